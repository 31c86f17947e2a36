package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.load.Percentiles;
import dev.holdfast.simulator.network.link.LinkCounts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run came to. Latencies in milliseconds.
 *
 * @param elapsed from the first arrival to the end of the arrivals
 * @param latencies how long things took
 * @param answers by message type and DE39, such as "0100 51"
 * @param payments how many there were
 * @param links what happened on them
 * @param series the course of the run
 */
public record NetworkFigures(
        Duration elapsed,
        Latencies latencies,
        Map<String, Long> answers,
        Payments payments,
        LinkCounts links,
        List<Point> series) {

    /**
     * @param requests from when a request was due to its answer, time-outs at their time
     * @param advices likewise
     * @param service from the sending to the answer
     * @param sendLag from when a message was due to its sending: the generator's own slowness
     */
    public record Latencies(Percentiles requests, Percentiles advices, Percentiles service, Percentiles sendLag) {}

    /**
     * @param dropped arrivals that were turned away because too many payments were alive
     * @param stoodIn requests that the network approved in the issuer's stead
     */
    public record Payments(long begun, long ended, long dropped, long stoodIn) {}

    /** A second of the run. */
    public record Point(double seconds, double messagesPerSecond, double p50, double p99, int alive) {}

    private static final double GENERATOR_LAG_LIMIT_MILLIS = 10;

    /** Above this the generator was too slow, and the latencies say more about it than about the issuer. */
    public boolean isGeneratorBound() {
        return latencies.sendLag().p99() > GENERATOR_LAG_LIMIT_MILLIS;
    }

    public double messagesPerSecond() {
        return links.answered() / Math.max(1e-9, elapsed.toNanos() / 1e9);
    }
}
