package dev.holdfast.ops.testing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A metric family as a scrape shows it, or as a page documents it.
 *
 * @param labels names, {@code le} left out
 */
public record ScrapedMetric(String name, String type, Set<String> labels) implements Comparable<ScrapedMetric> {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| ([a-z]+) \\| ([^|]*)\\|[^|]*\\| ([^|]*)\\|");

    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z0-9_]+)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
    private static final Pattern QUOTED = Pattern.compile("`([a-z_]+)`");

    /** The rows of a page's tables. */
    public static Set<ScrapedMetric> documented(String page) {
        return rows(page, false);
    }

    /** Of these, the ones that every scrape has. */
    public static Set<ScrapedMetric> alwaysThere(String page) {
        return rows(page, true);
    }

    private static Set<ScrapedMetric> rows(String page, boolean always) {
        return ROW.matcher(page)
                .results()
                .filter(row -> !always || !row.group(4).startsWith("If any"))
                .map(row -> new ScrapedMetric(row.group(1), row.group(2), names(QUOTED, row.group(3))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The families of a scrape. */
    public static Set<ScrapedMetric> scraped(String scrape) {
        Map<String, Set<String>> labels = new TreeMap<>();
        SAMPLE.matcher(scrape)
                .results()
                .forEach(sample -> labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>())
                        .addAll(sample.group(2) == null ? Set.of() : names(LABEL, sample.group(2))));
        return TYPE.matcher(scrape)
                .results()
                .map(family -> of(family, labels))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ScrapedMetric of(MatchResult family, Map<String, Set<String>> labels) {
        String name = family.group(1);
        boolean single = labels.containsKey(name);
        return new ScrapedMetric(
                name, family.group(2), labels.getOrDefault(single ? name : name + "_count", new TreeSet<>()));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !Arrays.asList("le", "quantile").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int compareTo(ScrapedMetric other) {
        return Comparator.comparing(ScrapedMetric::name)
                .thenComparing(ScrapedMetric::type)
                .thenComparing(metric -> metric.labels().toString())
                .compare(this, other);
    }
}
