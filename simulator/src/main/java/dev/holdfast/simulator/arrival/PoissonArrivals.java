package dev.holdfast.simulator.arrival;

import java.util.random.RandomGenerator;

/**
 * Independent arrivals at a constant rate. The gaps of a Poisson process are exponential: P(gap > t) = exp(-rate t), so
 * a uniform U gives the gap -ln(U) / rate. U is 1 - nextDouble(), which is never 0.
 */
final class PoissonArrivals implements Arrivals {

    private final double perSecond;
    private final RandomGenerator random;
    private double now;

    PoissonArrivals(double perSecond, RandomGenerator random) {
        this.perSecond = perSecond;
        this.random = random;
    }

    @Override
    public double nextSeconds() {
        now += -Math.log(1 - random.nextDouble()) / perSecond;
        return now;
    }
}
