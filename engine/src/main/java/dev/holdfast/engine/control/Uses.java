package dev.holdfast.engine.control;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the messages of one batch have spent and given back. */
final class Uses {

    /** A row to be stored. */
    record Row(UUID message, Subject card, Use use) {}

    private final Map<UUID, Use> uses = new HashMap<>();
    private final Map<UUID, Subject> cards = new HashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();

    /** @throws IllegalArgumentException if the message has been named for another account: it has one */
    void name(UUID message, Subject card) {
        Subject first = cards.putIfAbsent(message, card);
        if (first != null && !first.account().equals(card.account())) {
            throw new IllegalArgumentException("a message belongs to one account");
        }
    }

    Map<UUID, Subject> named() {
        return cards;
    }

    /** @param part the stored use, with some of its counters; further parts bring the others */
    void load(UUID message, Subject card, Use part) {
        if (part.at() != null) {
            cards.put(message, card);
        }
        Set<CounterKey> counters = new HashSet<>(of(message).counters());
        counters.addAll(part.counters());
        uses.put(message, new Use(part.at(), part.spent(), counters, part.returnedMinor(), part.reversed()));
    }

    /** What a message has come to. One that nobody has heard of has spent nothing and given nothing back. */
    Use of(UUID message) {
        return uses.getOrDefault(message, Use.UNKNOWN);
    }

    Subject cardOf(UUID message) {
        return Objects.requireNonNull(cards.get(message), "a message that nobody named");
    }

    /** Changes what a message has come to, and returns what to add to each bucket. */
    List<Bucket> change(UUID message, UnaryOperator<Use> change) {
        Use before = of(message);
        Use after = change.apply(before);
        uses.put(message, after);
        changed.add(message);
        return after.addedSince(before);
    }

    /** Those that changed and are worth keeping: what was spent where nothing counts is not. */
    List<Row> toStore() {
        return changed.stream()
                .map(message -> new Row(message, cardOf(message), of(message)))
                .filter(row -> row.use().at() == null || !row.use().counters().isEmpty())
                .toList();
    }
}
