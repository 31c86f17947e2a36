package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.network.Trace;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a sender calls a message by: DE11, DE7, DE32 and DE33. */
final class TraceForm implements JsonForm {

    /** DE7. */
    private static final DateTimeFormatter TRANSMITTED =
            DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);

    private static final Pattern STAN = Pattern.compile("[0-9]{6}");
    private static final Pattern INSTITUTION = Pattern.compile("[0-9]{1,11}");

    private @Nullable String stan;
    private @Nullable Instant transmittedAt;
    private String acquirer = "";
    private String forwarder = "";
    private boolean present;

    void read(String name, JsonReader in) throws IOException {
        present = in.object(name, this);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "stan" -> stan = in.text(name, STAN, "must have six digits");
            case "transmitted_at" -> transmittedAt = in.instant(name);
            case "acquirer" -> acquirer = institution(name, in);
            case "forwarder" -> forwarder = institution(name, in);
            default -> in.skip();
        }
    }

    private static String institution(String name, JsonReader in) throws IOException {
        return Objects.requireNonNullElse(in.text(name, INSTITUTION, "must have 1 to 11 digits"), "");
    }

    boolean isPresent() {
        return present;
    }

    /** Null if absent or not valid, which {@code problems} then tell. */
    @Nullable
    Trace toTrace(String path, Problems problems) {
        if (!present) {
            return null;
        }
        problems.require(path + ".stan", stan);
        problems.require(path + ".transmitted_at", transmittedAt);
        return stan == null || transmittedAt == null
                ? null
                : new Trace(stan, TRANSMITTED.format(transmittedAt), acquirer, forwarder);
    }

    @Nullable
    Instant transmittedAt() {
        return transmittedAt;
    }
}
