package dev.holdfast.simulator.load;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Operations that are due, one queue per account, of which at most one operation is out at a time. HTTP requests sent
 * together may be applied in either order; one at a time, the model knows the order.
 */
final class AccountLanes {

    private static final class Lane {
        private final Queue<Delivery> waiting = new ArrayDeque<>(2);
        private boolean busy;
    }

    private final Map<String, Lane> lanes = new HashMap<>();
    private final Queue<Lane> ready = new ArrayDeque<>();
    /** Accounts of which the model no longer knows the state; nothing more is sent for them. */
    private final Set<String> closed = new HashSet<>();

    private int waiting;

    void add(Delivery delivery) {
        Lane lane = lanes.computeIfAbsent(delivery.call.account(), account -> new Lane());
        lane.waiting.add(delivery);
        waiting++;
        if (!lane.busy && lane.waiting.size() == 1) {
            ready.add(lane);
        }
    }

    /** Takes an operation that may be sent now, first come first served; null if there is none. */
    @Nullable
    Delivery take() {
        Lane lane = ready.poll();
        if (lane == null) {
            return null;
        }
        lane.busy = true;
        waiting--;
        return lane.waiting.remove();
    }

    /** Lets the next operation of the account go; drops the lane of an idle account. */
    void release(Delivery delivery) {
        String account = delivery.call.account();
        Lane lane = lanes.get(account);
        if (lane == null) {
            return;
        }
        lane.busy = false;
        if (lane.waiting.isEmpty()) {
            lanes.remove(account);
        } else {
            ready.add(lane);
        }
    }

    /** Sends nothing more for the account; returns how many operations are dropped for it. */
    int close(Delivery delivery) {
        String account = delivery.call.account();
        closed.add(account);
        Lane lane = lanes.remove(account);
        int dropped = lane == null ? 0 : lane.waiting.size();
        waiting -= dropped;
        return dropped;
    }

    boolean isClosed(String account) {
        return closed.contains(account);
    }

    /** Drops everything that is due but not sent; returns how many. */
    int clear() {
        int dropped = waiting;
        ready.clear();
        lanes.values().forEach(lane -> lane.waiting.clear());
        waiting = 0;
        return dropped;
    }

    int waiting() {
        return waiting;
    }
}
