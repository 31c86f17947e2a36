package dev.holdfast.simulator.network.oracle;

import java.util.ArrayList;
import java.util.List;

/** Differences in the order in which they were seen: all counted, the first few kept. */
public final class Divergences {

    private static final int KEPT = 20;

    private final List<Divergence> kept = new ArrayList<>();
    private long count;

    void add(Divergence divergence) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(divergence);
        }
    }

    public long count() {
        return count;
    }

    public List<Divergence> first() {
        return List.copyOf(kept);
    }
}
