package dev.holdfast.simulator.load;

import dev.holdfast.simulator.arrival.ArrivalShape;

import java.time.Duration;

/**
 * How much load, and what bounds it.
 *
 * @param arrivals of payments; each is about two operations
 * @param duration arrivals end after this; from 1 ms to 24 hours
 * @param payments arrivals end after this many; from 1
 * @param maxInFlight operations out at a time, from 1 to 65,536
 * @param maxWaiting operations due and not sent; at this many, further arrivals are dropped, and counted. From 1 to
 *     1,000,000
 * @param drain how long payments may take to finish after the last arrival, from 0 to 1 hour
 */
public record LoadOptions(
        ArrivalShape arrivals, Duration duration, long payments, int maxInFlight, int maxWaiting, Duration drain) {

    public LoadOptions {
        require(duration.toMillis() >= 1 && duration.toHours() <= 24, "duration: from 1 ms to 24 hours");
        require(payments >= 1, "payments: at least 1");
        require(maxInFlight >= 1 && maxInFlight <= 65_536, "in flight: from 1 to 65536");
        require(maxWaiting >= 1 && maxWaiting <= 1_000_000, "waiting: from 1 to 1000000");
        require(!drain.isNegative() && drain.toMinutes() <= 60, "drain: from 0 to 1 hour");
    }

    /** Poisson arrivals for some time, with roomy bounds. */
    public static LoadOptions poisson(double paymentsPerSecond, Duration duration) {
        return new LoadOptions(
                new ArrivalShape.Poisson(paymentsPerSecond),
                duration,
                Long.MAX_VALUE,
                512,
                20_000,
                Duration.ofSeconds(10));
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
