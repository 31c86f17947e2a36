package dev.holdfast.engine.program;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.engine.control.MccRangeJson;
import dev.holdfast.engine.json.JsonPlace;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** Settings as JSON: how they are stored, and how callers give them. Every member is required, but for rows' conditions. */
public final class SettingsJson {

    /** Characters of a text. */
    public static final int MAX_LENGTH = 32_768;

    private static final int MAX_ZONE = 64;

    private SettingsJson() {}

    /**
     * Reads settings.
     *
     * @throws dev.holdfast.engine.json.JsonFormException naming the place of the first error
     */
    public static ProgramSettings read(String text) {
        JsonPlace root = JsonPlace.parse(text, MAX_LENGTH)
                .object(
                        "decision_deadline_ms",
                        "fallback",
                        "hold_lifetimes",
                        "partial_approval",
                        "over_capture",
                        "time_zone");
        return root.checked(() -> new ProgramSettings(
                Duration.ofMillis(root.member("decision_deadline_ms")
                        .whole(ProgramSettings.MIN_DEADLINE.toMillis(), ProgramSettings.MAX_DEADLINE.toMillis())),
                root.member("fallback").oneOf(Fallback.class),
                root.member("hold_lifetimes").list(1, ProgramSettings.MAX_ROWS, SettingsJson::lifetime),
                root.member("partial_approval").truth(),
                root.member("over_capture").list(0, ProgramSettings.MAX_ROWS, SettingsJson::tolerance),
                zone(root.member("time_zone"))));
    }

    private static HoldLifetime lifetime(JsonPlace row) {
        row.object("network", "mccs", "kind", "seconds");
        long seconds = row.member("seconds").whole(HoldLifetime.MIN.toSeconds(), HoldLifetime.MAX.toSeconds());
        return row.checked(() -> new HoldLifetime(
                row.optional("network")
                        .map(network -> network.oneOf(Network.class))
                        .orElse(null),
                row.optional("mccs").map(MccRangeJson::read).orElse(null),
                row.optional("kind")
                        .map(kind -> kind.oneOf(AuthorizationKind.class))
                        .orElse(null),
                Duration.ofSeconds(seconds)));
    }

    private static OverCapture tolerance(JsonPlace row) {
        row.object("mccs", "percent");
        return row.checked(() -> new OverCapture(MccRangeJson.read(row.member("mccs")), (int)
                row.member("percent").whole(0, OverCapture.MAX_PERCENT)));
    }

    private static ZoneId zone(JsonPlace place) {
        try {
            return ZoneId.of(place.text(MAX_ZONE));
        } catch (DateTimeException e) {
            throw place.problem("must be a time zone such as Asia/Singapore");
        }
    }

    /** Writes settings: the same settings as the same text. */
    public static String write(ProgramSettings settings) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("decision_deadline_ms", settings.decisionDeadline().toMillis());
        node.put("fallback", JsonPlace.label(settings.fallback()));
        ArrayNode lifetimes = node.putArray("hold_lifetimes");
        for (HoldLifetime row : settings.lifetimes()) {
            ObjectNode lifetime = lifetimes.addObject();
            putLabel(lifetime, "network", row.network());
            if (row.mccs() != null) {
                lifetime.put("mccs", MccRangeJson.text(row.mccs()));
            }
            putLabel(lifetime, "kind", row.kind());
            lifetime.put("seconds", row.lifetime().toSeconds());
        }
        node.put("partial_approval", settings.partialApproval());
        ArrayNode tolerances = node.putArray("over_capture");
        for (OverCapture row : settings.tolerances()) {
            tolerances.addObject().put("mccs", MccRangeJson.text(row.mccs())).put("percent", row.percent());
        }
        node.put("time_zone", settings.zone().getId());
        return node.toString();
    }

    private static void putLabel(ObjectNode node, String name, @Nullable Enum<?> constant) {
        if (constant != null) {
            node.put(name, JsonPlace.label(constant));
        }
    }
}
