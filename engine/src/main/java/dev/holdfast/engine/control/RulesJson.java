package dev.holdfast.engine.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.control.Rule.AllowOnly;
import dev.holdfast.engine.control.Rule.AmountLimit;
import dev.holdfast.engine.control.Rule.Block;
import dev.holdfast.engine.control.Rule.VelocityLimit;
import dev.holdfast.engine.json.JsonPlace;
import dev.holdfast.engine.money.AmountProblem;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A version's rules as JSON: how they are stored, and how callers give them. Amounts are decimal major units. */
public final class RulesJson {

    /** Characters of the text of all rules of a version. Some are sent with a batch. */
    public static final int MAX_LENGTH = 65_536;

    private static final int MAX_NAME = 64;
    private static final ControlVersion ANY = new ControlVersion("any", 1);

    private RulesJson() {}

    /**
     * Reads rules, which are within the bounds of a {@link ControlSet} then.
     *
     * @throws dev.holdfast.engine.json.JsonFormException naming the place of the first error
     */
    public static List<Rule> read(String text) {
        JsonPlace root = JsonPlace.parse(text, MAX_LENGTH);
        List<Rule> rules = root.list(0, ControlSet.MAX_RULES, RulesJson::rule);
        return root.checked(() -> ControlSet.draft(ANY, rules)).rules();
    }

    /**
     * Writes rules: the same rules as the same text.
     *
     * @throws IllegalArgumentException if that is longer than {@link #MAX_LENGTH}
     */
    public static String write(List<Rule> rules) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rules.forEach(rule -> array.add(node(rule)));
        String text = array.toString();
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the rules of a version have at most " + MAX_LENGTH + " characters");
        }
        return text;
    }

    /** What two lists of rules have in common only if they are the same rules. */
    static UUID digest(String canonical) {
        return Digest.of("rules").with(canonical).toUuid();
    }

    private static Rule rule(JsonPlace place) {
        String type = place.objectOfType();
        return switch (type) {
            case "block" -> {
                place.object("type", "name", "when");
                yield place.checked(() -> new Block(name(place), when(place)));
            }
            case "allow_only" -> {
                place.object("type", "name", "when", "only");
                yield place.checked(
                        () -> new AllowOnly(name(place), when(place), ConditionJson.read(place.member("only"))));
            }
            case "amount_limit" -> {
                place.object("type", "name", "when", "max_amount", "currency");
                Currency currency = place.member("currency").currency();
                Money max = new Money(minor(place.member("max_amount"), currency), currency);
                yield place.checked(() -> new AmountLimit(name(place), when(place), max));
            }
            case "velocity_limit" -> velocityLimit(place);
            default -> throw place.member("type").problem("is no type of rule");
        };
    }

    private static Rule velocityLimit(JsonPlace place) {
        place.object("type", "name", "counter", "max_count", "max_amount");
        Counter counter = CounterJson.read(place.member("counter"));
        Optional<Long> count = place.optional("max_count").map(max -> max.whole(0, Money.MAX_MINOR));
        Optional<Long> amount = place.optional("max_amount").map(max -> minor(max, counter.currency()));
        return place.checked(() -> new VelocityLimit(name(place), counter, count.orElse(null), amount.orElse(null)));
    }

    private static String name(JsonPlace place) {
        return place.member("name").text(MAX_NAME);
    }

    private static List<Condition> when(JsonPlace place) {
        return place.optional("when")
                .map(when -> when.list(0, Rule.MAX_CONDITIONS, ConditionJson::read))
                .orElse(List.of());
    }

    private static long minor(JsonPlace place, Currency currency) {
        BigDecimal major = place.decimal();
        Optional<AmountProblem> problem = Money.problemWithLimit(major, currency);
        if (problem.isPresent()) {
            throw place.problem(problem.get().message());
        }
        return Money.ofMajor(major, currency).minor();
    }

    private static ObjectNode node(Rule rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (rule instanceof Block block) {
            begin(node, "block", block.name(), block.when());
        } else if (rule instanceof AllowOnly allow) {
            begin(node, "allow_only", allow.name(), allow.when());
            node.set("only", ConditionJson.node(allow.only()));
        } else if (rule instanceof AmountLimit limit) {
            begin(node, "amount_limit", limit.name(), limit.when());
            node.put("max_amount", limit.max().toMajor());
            node.put("currency", limit.max().currency().code());
        } else if (rule instanceof VelocityLimit limit) {
            begin(node, "velocity_limit", limit.name(), List.of());
            node.set("counter", CounterJson.node(limit.counter()));
            if (limit.maxCount() != null) {
                node.put("max_count", limit.maxCount());
            }
            if (limit.maxMinor() != null) {
                node.put(
                        "max_amount",
                        new Money(limit.maxMinor(), limit.counter().currency()).toMajor());
            }
        }
        return node;
    }

    private static void begin(ObjectNode node, String type, String name, List<Condition> when) {
        node.put("type", type).put("name", name);
        if (!when.isEmpty()) {
            ArrayNode conditions = node.putArray("when");
            when.forEach(condition -> conditions.add(ConditionJson.node(condition)));
        }
    }
}
