package dev.holdfast.engine.notification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How much may be under way: in all, and to each receiver, so that one that hangs leaves room for the others. One whose last
 * attempt failed gets less until one succeeds. Confined to one context.
 */
final class Slots {

    /** Of notifications at a time. */
    static final int PER_RECEIVER = 64;

    static final int PER_FAILING_RECEIVER = 4;

    /** So many failing receivers, each hanging for as long as it may, leave room for others: 1024 / 4. */
    static final int TOTAL = 1024;

    private final Map<UUID, Integer> busy = new HashMap<>();
    private final Set<UUID> failing = new HashSet<>();
    private int total;

    void take(UUID receiver) {
        busy.merge(receiver, 1, Integer::sum);
        total++;
    }

    void giveBack(UUID receiver, boolean delivered) {
        busy.computeIfPresent(receiver, (id, count) -> count == 1 ? null : count - 1);
        total--;
        if (delivered) {
            failing.remove(receiver);
        } else {
            failing.add(receiver);
        }
    }

    /** In all. */
    int room() {
        return Math.max(0, TOTAL - total);
    }

    boolean idle() {
        return total == 0;
    }

    /** Of receivers for whom it is not {@link #PER_RECEIVER}. */
    Map<UUID, Integer> rooms() {
        Set<UUID> known = new HashSet<>(busy.keySet());
        known.addAll(failing);
        Map<UUID, Integer> rooms = new TreeMap<>();
        for (UUID receiver : known) {
            int most = failing.contains(receiver) ? PER_FAILING_RECEIVER : PER_RECEIVER;
            rooms.put(receiver, Math.max(0, most - busy.getOrDefault(receiver, 0)));
        }
        return rooms;
    }
}
