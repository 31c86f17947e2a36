package dev.holdfast.simulator.load;

import java.util.ArrayList;
import java.util.List;

/**
 * The intervals of a run. When there are too many, neighbours are joined, so that a run of any length fits in a plot:
 * rates are averaged, of the percentiles the worse is kept.
 */
final class Series {

    private static final int MOST = 1_200;

    private final List<Interval> intervals = new ArrayList<>();
    private final List<Interval> pending = new ArrayList<>();
    private int perPoint = 1;

    void add(Interval interval) {
        pending.add(interval);
        if (pending.size() < perPoint) {
            return;
        }
        intervals.add(joined(pending));
        pending.clear();
        if (intervals.size() >= MOST) {
            halve();
        }
    }

    List<Interval> intervals() {
        return List.copyOf(intervals);
    }

    private void halve() {
        List<Interval> joined = new ArrayList<>(MOST / 2);
        for (int i = 0; i + 1 < intervals.size(); i += 2) {
            joined.add(joined(intervals.subList(i, i + 2)));
        }
        intervals.clear();
        intervals.addAll(joined);
        perPoint *= 2;
    }

    private static Interval joined(List<Interval> parts) {
        Interval last = parts.get(parts.size() - 1);
        return new Interval(
                last.endSeconds(),
                parts.stream()
                        .mapToDouble(Interval::operationsPerSecond)
                        .average()
                        .orElse(0),
                parts.stream().mapToDouble(Interval::p50Millis).max().orElse(0),
                parts.stream().mapToDouble(Interval::p99Millis).max().orElse(0),
                last.state());
    }
}
