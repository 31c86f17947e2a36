package dev.holdfast.ops.simulate;

import dev.holdfast.simulator.Snapshot;
import dev.holdfast.simulator.load.Interval;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The last five minutes of a run, two points a second. */
final class History {

    private static final int MOST = 600;

    private final Deque<Interval> intervals = new ArrayDeque<>();

    synchronized void add(Snapshot snapshot) {
        if (snapshot.phase() != Snapshot.Phase.LOAD) {
            return;
        }
        if (intervals.size() == MOST) {
            intervals.removeFirst();
        }
        intervals.addLast(snapshot.now());
    }

    /** One figure of every point, oldest first. */
    synchronized List<Double> of(ToDoubleFunction<Interval> figure) {
        return intervals.stream().mapToDouble(figure).boxed().toList();
    }
}
