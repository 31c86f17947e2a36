package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.load.Percentiles;
import dev.holdfast.simulator.network.link.LinkCounts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run came to. Latencies in milliseconds.
 *
 * @param elapsed from the begin of the arrivals to the end of the last payment
 * @param latencies how long things took
 * @param answers by message type and DE39, such as "0100 51"
 * @param payments how many there were
 * @param links what happened on them
 * @param course of the run
 */
public record NetworkFigures(
        Duration elapsed,
        Latencies latencies,
        Map<String, Long> answers,
        Payments payments,
        LinkCounts links,
        Course course) {

    /** @param series by second, two hours at most */
    public record Course(AtLastArrival atLastArrival, List<Point> series) {}

    /**
     * Without the warming up.
     *
     * @param requests from when a request was due to its answer, time-outs at their time
     * @param advices likewise
     * @param service from the sending to the answer
     * @param sendLag from when a message was due to its first sending: the generator's own slowness
     * @param byAnswer from when it was due, by message type and DE39, such as "0100 51"
     */
    public record Latencies(
            Distribution requests,
            Distribution advices,
            Distribution service,
            Distribution sendLag,
            Map<String, Percentiles> byAnswer) {}

    /**
     * @param dropped arrivals that were turned away because too many payments were alive
     * @param stoodIn requests that the network approved in the issuer's stead
     * @param expired payments of which the authorization expired before it was presented
     */
    public record Payments(long begun, long ended, long dropped, long stoodIn, long expired) {}

    /**
     * The links at the moment when arrivals ended.
     *
     * @param seconds since their begin
     */
    public record AtLastArrival(double seconds, long sent, long answered) {
        /** Returns the share of what was sent that was answered by then. */
        public double achieved() {
            return sent == 0 ? 0 : (double) answered / sent;
        }

        public double answeredPerSecond() {
            return answered / Math.max(1e-9, seconds);
        }
    }

    /** A second of the run. */
    public record Point(double seconds, double messagesPerSecond, double p50, double p99, int alive) {}

    private static final double GENERATOR_LAG_LIMIT_MILLIS = 10;

    /** Above this the generator was too slow, and the latencies say more about it than about the issuer. */
    public boolean isGeneratorBound() {
        return latencies.sendLag().percentiles().p99() > GENERATOR_LAG_LIMIT_MILLIS;
    }

    /** Returns the share of requests without an answer that decides: none in time, 91 or 96. */
    public double errorShare() {
        long requests = 0;
        long errors = 0;
        for (Map.Entry<String, Long> entry : answers.entrySet()) {
            if (entry.getKey().startsWith("0100") || entry.getKey().startsWith("0200")) {
                requests += entry.getValue();
                String code = entry.getKey().substring(5);
                errors += code.equals("none") || code.equals("91") || code.equals("96") ? entry.getValue() : 0;
            }
        }
        return requests == 0 ? 1 : (double) errors / requests;
    }

    public double messagesPerSecond() {
        return links.answered() / Math.max(1e-9, elapsed.toNanos() / 1e9);
    }
}
