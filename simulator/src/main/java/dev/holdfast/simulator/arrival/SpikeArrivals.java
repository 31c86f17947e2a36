package dev.holdfast.simulator.arrival;

import java.util.random.RandomGenerator;

/**
 * Independent arrivals at one rate, and at another between two moments. Where the rate changes before the next arrival, the
 * time until it is drawn again from there at the new rate; that is exact, because a Poisson process has no memory.
 */
final class SpikeArrivals implements Arrivals {

    private final double usual;
    private final double peak;
    private final double fromSeconds;
    private final double toSeconds;
    private final RandomGenerator random;
    private double now;

    SpikeArrivals(double usual, double peak, double fromSeconds, double toSeconds, RandomGenerator random) {
        this.usual = usual;
        this.peak = peak;
        this.fromSeconds = fromSeconds;
        this.toSeconds = toSeconds;
        this.random = random;
    }

    @Override
    public double nextSeconds() {
        while (true) {
            boolean inside = now >= fromSeconds && now < toSeconds;
            double change = now < fromSeconds ? fromSeconds : inside ? toSeconds : Double.POSITIVE_INFINITY;
            double next = now - Math.log(1 - random.nextDouble()) / (inside ? peak : usual);
            if (next < change) {
                now = next;
                return now;
            }
            now = change;
        }
    }
}
