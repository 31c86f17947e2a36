package dev.holdfast.simulator.network.run;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** What is due later, in the order of its time. */
final class Agenda {

    private record Item(long dueNanos, long order, Runnable action) {}

    private final Queue<Item> items =
            new PriorityQueue<>(Comparator.comparingLong(Item::dueNanos).thenComparingLong(Item::order));
    private long added;

    void at(long dueNanos, Runnable action) {
        items.add(new Item(dueNanos, added++, action));
    }

    /** Does all that is due. */
    void run(long nowNanos) {
        for (Item head = items.peek(); head != null && head.dueNanos() <= nowNanos; head = items.peek()) {
            items.remove();
            head.action().run();
        }
    }
}
