package dev.holdfast.simulator.arrival;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** How payments arrive. Rates are payments per second, from 0.001 to 1,000,000. */
public sealed interface ArrivalShape {

    double LOWEST_RATE = 0.001;
    double HIGHEST_RATE = 1_000_000;

    record Constant(double perSecond) implements ArrivalShape {
        public Constant {
            requireRate(perSecond);
        }

        @Override
        public Arrivals arrivals(RandomGenerator random) {
            return new ConstantArrivals(perSecond);
        }

        @Override
        public String describe() {
            return String.format(Locale.ROOT, "constant, %.0f payments/s", perSecond);
        }
    }

    record Poisson(double perSecond) implements ArrivalShape {
        public Poisson {
            requireRate(perSecond);
        }

        @Override
        public Arrivals arrivals(RandomGenerator random) {
            return new PoissonArrivals(perSecond, random);
        }

        @Override
        public String describe() {
            return String.format(Locale.ROOT, "Poisson, %.0f payments/s", perSecond);
        }
    }

    /** From one rate to another in a straight line, then constant. */
    record Ramp(double from, double to, Duration length) implements ArrivalShape {
        public Ramp {
            requireRate(from);
            requireRate(to);
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("a ramp has a positive length");
            }
        }

        @Override
        public Arrivals arrivals(RandomGenerator random) {
            return new RampArrivals(from, to, length.toNanos() / 1e9, random);
        }

        @Override
        public String describe() {
            return String.format(Locale.ROOT, "ramp, %.0f to %.0f payments/s in %d s", from, to, length.toSeconds());
        }
    }

    /** Poisson at one rate, but for a while at another: a sudden rush, or a lull. */
    record Spike(double usual, double peak, Duration from, Duration length) implements ArrivalShape {
        public Spike {
            requireRate(usual);
            requireRate(peak);
            if (from.isNegative() || length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("a spike begins at 0 or later and has a positive length");
            }
        }

        @Override
        public Arrivals arrivals(RandomGenerator random) {
            double fromSeconds = from.toNanos() / 1e9;
            return new SpikeArrivals(usual, peak, fromSeconds, fromSeconds + length.toNanos() / 1e9, random);
        }

        @Override
        public String describe() {
            return String.format(
                    Locale.ROOT,
                    "Poisson, %.0f payments/s, %.0f from second %d to %d",
                    usual,
                    peak,
                    from.toSeconds(),
                    from.plus(length).toSeconds());
        }
    }

    /** Begins a schedule; the same generator state gives the same schedule. */
    Arrivals arrivals(RandomGenerator random);

    String describe();

    private static void requireRate(double perSecond) {
        if (!(perSecond >= LOWEST_RATE && perSecond <= HIGHEST_RATE)) {
            throw new IllegalArgumentException(
                    "a rate is from " + LOWEST_RATE + " to " + HIGHEST_RATE + " payments per second, not " + perSecond);
        }
    }
}
