package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.arrival.ArrivalShape;
import dev.holdfast.simulator.network.lifecycle.TrafficMix;

import java.time.Duration;

/**
 * What arrives.
 *
 * @param duration of arrivals; at least 10 ms
 * @param meanPause between the steps of a payment; exponentially distributed, from 0 to 1 minute
 * @param mostAlive payments that have not ended, from 1 to 1,000,000
 * @param reactions to a request without an answer
 */
public record TrafficOptions(
        ArrivalShape arrivals,
        Duration duration,
        TrafficMix mix,
        Duration meanPause,
        int mostAlive,
        Reactions reactions) {

    /**
     * @param repeatShare of requests without an answer that are repeated once before they are reversed
     * @param standInShare of requests without an answer that the network approves itself
     */
    public record Reactions(double repeatShare, double standInShare) {
        public static final Reactions DEFAULT = new Reactions(0.3, 0.3);
    }

    public TrafficOptions {
        if (duration.toMillis() < 10 || meanPause.isNegative() || meanPause.toMinutes() > 1) {
            throw new IllegalArgumentException("duration: at least 10 ms; pause: from 0 to 1 minute");
        }
        if (mostAlive < 1 || mostAlive > 1_000_000) {
            throw new IllegalArgumentException("payments alive: from 1 to 1,000,000");
        }
    }

    public static TrafficOptions poisson(double perSecond, Duration duration) {
        return new TrafficOptions(
                new ArrivalShape.Poisson(perSecond),
                duration,
                TrafficMix.DEFAULT,
                Duration.ofMillis(100),
                100_000,
                Reactions.DEFAULT);
    }

    public TrafficOptions withMix(TrafficMix other) {
        return new TrafficOptions(arrivals, duration, other, meanPause, mostAlive, reactions);
    }

    public TrafficOptions withPause(Duration other) {
        return new TrafficOptions(arrivals, duration, mix, other, mostAlive, reactions);
    }

    public TrafficOptions withArrivals(ArrivalShape other, Duration length) {
        return new TrafficOptions(other, length, mix, meanPause, mostAlive, reactions);
    }
}
