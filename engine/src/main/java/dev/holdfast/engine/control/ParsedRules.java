package dev.holdfast.engine.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Rules as they are asked, with their counters' ids. Found by the digest of their text, so it does not matter which
 * database, tenant or version they came from, and none of it can be out of date.
 *
 * @param counters by id
 */
record ParsedRules(List<Rule> rules, Map<UUID, Counter> counters) {

    /** Characters of all texts that are remembered as rules; these take several times as many bytes. */
    private static final long REMEMBERED_LENGTH = 16_000_000;

    private static final int REMEMBERED_COUNTERS = 20_000;
    private static final int REMEMBERED_CARDS = 100_000;

    /** What an entry costs besides its text. */
    private static final int ENTRY_LENGTH = 200;

    private record Entry(ParsedRules parsed, int length) {}

    private static final Cache<UUID, Entry> BY_DIGEST = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_LENGTH)
            .<UUID, Entry>weigher((digest, entry) -> ENTRY_LENGTH + entry.length())
            .build();

    /** One instance for all that are equal, so that comparing two of them is mostly a comparison of references. */
    private static final Cache<UUID, Counter> COUNTERS =
            Caffeine.newBuilder().maximumSize(REMEMBERED_COUNTERS).build();

    /** Which rules the cards had last, those of their accounts among them. A hint only: of what to tell the database not to send. */
    private static final Cache<Subject, Set<UUID>> LAST_OF_CARD =
            Caffeine.newBuilder().maximumSize(REMEMBERED_CARDS).build();

    /** Those rules of a card that are likely to apply and are known here. */
    static void likely(Subject card, Map<UUID, ParsedRules> into) {
        Set<UUID> digests = LAST_OF_CARD.getIfPresent(card);
        if (digests == null) {
            return;
        }
        for (UUID digest : digests) {
            Entry known = into.containsKey(digest) ? null : BY_DIGEST.getIfPresent(digest);
            if (known != null) {
                into.put(digest, known.parsed());
            }
        }
    }

    /** Notes that these rules, and as far as the caller knows no others, apply to the card. */
    static void seen(Subject card, Set<UUID> digests) {
        if (!digests.equals(LAST_OF_CARD.getIfPresent(card))) {
            LAST_OF_CARD.put(card, new HashSet<>(digests));
        }
    }

    /** Reads rules, unless that has been done. */
    static ParsedRules of(UUID digest, String text) {
        Entry known = BY_DIGEST.getIfPresent(digest);
        if (known == null) {
            known = new Entry(parse(text), text.length());
            BY_DIGEST.put(digest, known);
        }
        return known.parsed();
    }

    /** Reads a counter, unless that has been done. */
    static Counter counter(UUID id, String definition) {
        Counter known = COUNTERS.getIfPresent(id);
        return known == null ? same(id, CounterJson.read(definition)) : known;
    }

    private static ParsedRules parse(String text) {
        Map<UUID, Counter> counters = new HashMap<>();
        List<Rule> rules = RulesJson.read(text).stream()
                .map(rule -> shared(rule, counters))
                .toList();
        return new ParsedRules(rules, Map.copyOf(counters));
    }

    private static Rule shared(Rule rule, Map<UUID, Counter> counters) {
        if (!(rule instanceof Rule.VelocityLimit limit)) {
            return rule;
        }
        UUID id = CounterJson.id(CounterJson.write(limit.counter()));
        Counter counter = same(id, limit.counter());
        counters.put(id, counter);
        return new Rule.VelocityLimit(limit.name(), counter, limit.maxCount(), limit.maxMinor());
    }

    private static Counter same(UUID id, Counter counter) {
        @Nullable Counter earlier = COUNTERS.asMap().putIfAbsent(id, counter);
        return earlier == null ? counter : earlier;
    }
}
