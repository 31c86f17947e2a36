package dev.holdfast.engine.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.json.JsonPlace;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A counter as JSON. Counters that count the same have the same text, and so the same id. */
final class CounterJson {

    private CounterJson() {}

    static Counter read(JsonPlace place) {
        place.object("scope", "window", "currency", "of");
        Optional<Set<Condition>> of =
                place.optional("of").map(all -> all.set(0, Rule.MAX_CONDITIONS, ConditionJson::read));
        return place.checked(() -> new Counter(
                place.member("scope").oneOf(Scope.class),
                window(place.member("window")),
                place.member("currency").currency(),
                of.orElse(Set.of())));
    }

    private static Window window(JsonPlace place) {
        String type = place.objectOfType();
        return switch (type) {
            case "sliding" -> {
                JsonPlace seconds = place.object("type", "seconds").member("seconds");
                yield new Window.Sliding(Duration.ofSeconds(
                        seconds.whole(Window.Sliding.MIN.toSeconds(), Window.Sliding.MAX.toSeconds())));
            }
            case "calendar" -> {
                place.object("type", "period", "zone");
                yield new Window.Calendar(
                        place.member("period").oneOf(Period.class), ConditionJson.zone(place.member("zone")));
            }
            default -> throw place.member("type").problem("is no type of window");
        };
    }

    static ObjectNode node(Counter counter) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("scope", JsonPlace.label(counter.scope()));
        node.set("window", node(counter.window()));
        node.put("currency", counter.currency().code());
        if (!counter.of().isEmpty()) {
            ArrayNode of = node.putArray("of");
            counter.of().stream()
                    .map(ConditionJson::node)
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .forEach(of::add);
        }
        return node;
    }

    private static ObjectNode node(Window window) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (window instanceof Window.Sliding sliding) {
            return node.put("type", "sliding").put("seconds", sliding.length().toSeconds());
        }
        Window.Calendar calendar = (Window.Calendar) window;
        return node.put("type", "calendar")
                .put("period", JsonPlace.label(calendar.period()))
                .put("zone", calendar.zone().getId());
    }

    static String write(Counter counter) {
        return node(counter).toString();
    }

    static Counter read(String text) {
        return read(JsonPlace.parse(text, RulesJson.MAX_LENGTH));
    }

    static UUID id(String canonical) {
        return Digest.of("counter").with(canonical).toUuid();
    }
}
