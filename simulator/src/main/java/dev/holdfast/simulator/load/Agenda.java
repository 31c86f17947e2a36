package dev.holdfast.simulator.load;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen at which time, on the driver's clock of nanoseconds since the start. */
final class Agenda {

    private record Entry(long dueNanos, Runnable action) {}

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparingLong(Entry::dueNanos));

    void at(long dueNanos, Runnable action) {
        entries.add(new Entry(dueNanos, action));
    }

    void runUntil(long nowNanos) {
        for (Entry next = entries.peek(); next != null && next.dueNanos <= nowNanos; next = entries.peek()) {
            entries.remove();
            next.action.run();
        }
    }

    int clear() {
        int left = entries.size();
        entries.clear();
        return left;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }
}
