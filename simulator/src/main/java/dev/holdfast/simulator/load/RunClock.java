package dev.holdfast.simulator.load;

/** Nanoseconds since the start of a load. */
final class RunClock {

    private final long originNanos = System.nanoTime();

    long nanos() {
        return System.nanoTime() - originNanos;
    }
}
