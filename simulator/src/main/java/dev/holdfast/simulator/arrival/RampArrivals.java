package dev.holdfast.simulator.arrival;

import java.util.random.RandomGenerator;

/**
 * Independent arrivals whose rate goes in a straight line from one value to another, and stays there.
 *
 * <p>With slope a = (to - from) / length, the rate at t is r = from + a t. The expected arrivals in the next T seconds
 * are r T + a T^2 / 2. In a Poisson process that number, up to the next arrival, is exponential with mean 1: call it E
 * = -ln(U). So T solves (a/2) T^2 + r T - E = 0. The root that is a time, written so that it neither divides by a = 0
 * nor loses digits, is T = 2 E / (r + sqrt(r^2 + 2 a E)).
 *
 * <p>If E is more than what the rest of the ramp is expected to bring, the arrival falls after it: the surplus is then
 * spent at the final rate. That is exact, because a Poisson process has no memory.
 */
final class RampArrivals implements Arrivals {

    private final double from;
    private final double to;
    private final double lengthSeconds;
    private final RandomGenerator random;
    private double now;

    RampArrivals(double from, double to, double lengthSeconds, RandomGenerator random) {
        this.from = from;
        this.to = to;
        this.lengthSeconds = lengthSeconds;
        this.random = random;
    }

    @Override
    public double nextSeconds() {
        double expected = -Math.log(1 - random.nextDouble());
        if (now < lengthSeconds) {
            double slope = (to - from) / lengthSeconds;
            double rate = from + slope * now;
            double rest = (rate + to) / 2 * (lengthSeconds - now);
            if (expected < rest) {
                now += 2 * expected / (rate + Math.sqrt(rate * rate + 2 * slope * expected));
                return now;
            }
            expected -= rest;
            now = lengthSeconds;
        }
        now += expected / to;
        return now;
    }
}
