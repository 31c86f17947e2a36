package dev.holdfast.engine.control;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The versions that are asked about the cards and accounts of one batch. */
final class AssignedSets {

    private static final Comparator<ControlSet> ORDER = Comparator.comparing(
                    (ControlSet set) -> set.version().control())
            .thenComparing(set -> set.version().number());

    /** A version of one tenant; the digest tells it from another tenant's of the same name. */
    private record Version(ControlVersion version, ControlStatus status, UUID rules) {}

    private final Map<UUID, ParsedRules> rules = new HashMap<>();
    private final Map<Version, ControlSet> sets = new HashMap<>();
    private final Map<Subject, Set<Version>> assigned = new HashMap<>();
    private final Map<Subject, List<ControlSet>> asked = new HashMap<>();

    /** The digests of rules that need not be sent; they are kept here, whatever becomes of them elsewhere. */
    Set<UUID> known(Collection<Subject> cards) {
        cards.forEach(card -> ParsedRules.likely(card, rules));
        return rules.keySet();
    }

    /** @param text null if the digest was among those known */
    void load(Subject subject, ControlVersion version, ControlStatus status, UUID digest, @Nullable String text) {
        ParsedRules parsed = text == null
                ? Objects.requireNonNull(rules.get(digest), "rules that were not sent and are not known")
                : ParsedRules.of(digest, text);
        rules.put(digest, parsed);
        Version loaded = new Version(version, status, digest);
        sets.computeIfAbsent(loaded, missing -> new ControlSet(version, status, parsed.rules()));
        assigned.computeIfAbsent(subject, missing -> new LinkedHashSet<>()).add(loaded);
    }

    /** Those of the card and of its account, each once. */
    List<ControlSet> of(Subject card) {
        return asked.computeIfAbsent(card, this::collect);
    }

    private List<ControlSet> collect(Subject card) {
        Set<ControlSet> collected = new LinkedHashSet<>();
        versions(card).forEach(version -> collected.add(Objects.requireNonNull(sets.get(version))));
        return collected.stream().sorted(ORDER).toList();
    }

    private List<Version> versions(Subject card) {
        List<Version> versions = new ArrayList<>(assigned.getOrDefault(card, Set.of()));
        versions.addAll(assigned.getOrDefault(Subject.wholeAccount(card.account()), Set.of()));
        return versions;
    }

    /** The counters of those sets, by id. */
    Map<UUID, Counter> counters(Subject card) {
        Map<UUID, Counter> counters = new HashMap<>();
        Set<UUID> digests = new HashSet<>();
        for (Version version : versions(card)) {
            digests.add(version.rules());
            counters.putAll(Objects.requireNonNull(rules.get(version.rules())).counters());
        }
        if (!digests.isEmpty()) {
            ParsedRules.seen(card, digests);
        }
        return counters;
    }
}
