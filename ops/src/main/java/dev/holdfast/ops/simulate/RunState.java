package dev.holdfast.ops.simulate;

import dev.holdfast.simulator.Snapshot;

/** All that a summary shows. */
record RunState(RunHeader header, Snapshot snapshot, History history, Invariants invariants) {

    /** What the run is doing, in words. */
    String activity() {
        return switch (snapshot.phase()) {
            case OPENING_ACCOUNTS ->
                String.format("funding accounts: %,d of %,d", snapshot.prepared(), header.accounts());
            case LOAD -> "running";
            case DRAINING -> "finishing the payments under way";
            case COMPARING -> "comparing every balance and hold";
        };
    }

    /** Seconds of load so far, and how many there shall be. */
    String clock() {
        long seconds = Math.round(snapshot.now().endSeconds());
        return minutes(seconds)
                + header.planned()
                        .map(planned -> " of " + minutes(planned.toSeconds()))
                        .orElse("");
    }

    long refused() {
        return snapshot.counts().refusals().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static String minutes(long seconds) {
        return String.format("%02d:%02d", seconds / 60, seconds % 60);
    }
}
