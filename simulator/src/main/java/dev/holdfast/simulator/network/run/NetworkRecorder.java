package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.load.Percentiles;
import dev.holdfast.simulator.network.link.LinkCounts;
import dev.holdfast.simulator.network.link.Reply;
import dev.holdfast.simulator.network.message.Kind;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Keeps the figures of a run. */
final class NetworkRecorder {

    private static final long HIGHEST_MICROS = 60_000_000;
    private static final int MOST_POINTS = 7_200;

    private final Histogram requests = new Histogram(HIGHEST_MICROS, 3);
    private final Histogram advices = new Histogram(HIGHEST_MICROS, 3);
    private final Histogram service = new Histogram(HIGHEST_MICROS, 3);
    private final Histogram sendLag = new Histogram(HIGHEST_MICROS, 3);
    private final Histogram second = new Histogram(HIGHEST_MICROS, 3);
    private final Map<String, Long> answers = new TreeMap<>();
    private final Map<String, Histogram> byAnswer = new TreeMap<>();
    private final List<NetworkFigures.Point> points = new ArrayList<>();
    private long originNanos = System.nanoTime();
    private long secondBeganNanos = originNanos;
    private long warmNanos = originNanos;
    private NetworkFigures.@Nullable AtLastArrival atLastArrival;

    /**
     * Begins.
     *
     * @param warmUpNanos what is due in this time is counted, but its latency is that of a program not yet compiled
     */
    void begin(long nowNanos, long warmUpNanos) {
        originNanos = nowNanos;
        secondBeganNanos = nowNanos;
        warmNanos = nowNanos + warmUpNanos;
    }

    /**
     * Notes how a message ended.
     *
     * @param first whether it was sent for the first time; only then does its sending tell whether the generator was late
     */
    void ended(Kind kind, long dueNanos, Reply reply, boolean first) {
        String code = reply.answer() == null ? "none" : reply.answer().code();
        String answer = kind.mti() + " " + code;
        long micros = micros(reply.endedNanos() - dueNanos);
        second.recordValue(micros);
        if (dueNanos - warmNanos >= 0) {
            (kind.isRequest() ? requests : advices).recordValue(micros);
            byAnswer.computeIfAbsent(answer, key -> new Histogram(HIGHEST_MICROS, 3))
                    .recordValue(micros);
            service.recordValue(micros(reply.endedNanos() - reply.sentNanos()));
            if (first) {
                sendLag.recordValue(micros(reply.sentNanos() - dueNanos));
            }
        }
        answers.merge(answer, 1L, Long::sum);
    }

    /** Closes a second of the series, when it is over. */
    void tick(long nowNanos, int alive) {
        double seconds = (nowNanos - secondBeganNanos) / 1e9;
        if (seconds < 1 || points.size() >= MOST_POINTS) {
            return;
        }
        Percentiles of = Percentiles.of(second);
        points.add(new NetworkFigures.Point(
                (nowNanos - originNanos) / 1e9, second.getTotalCount() / seconds, of.p50(), of.p99(), alive));
        second.reset();
        secondBeganNanos = nowNanos;
    }

    /** Notes that no more payments arrive. Only the first call counts. */
    void arrivalsEnded(double seconds, LinkCounts links) {
        if (atLastArrival == null) {
            atLastArrival = new NetworkFigures.AtLastArrival(seconds, links.sent(), links.answered());
        }
    }

    NetworkFigures figures(Duration elapsed, NetworkFigures.Payments payments, LinkCounts links) {
        return new NetworkFigures(
                elapsed,
                new NetworkFigures.Latencies(
                        Distribution.of(requests),
                        Distribution.of(advices),
                        Distribution.of(service),
                        Distribution.of(sendLag),
                        byAnswer()),
                Map.copyOf(answers),
                payments,
                links,
                new NetworkFigures.Course(
                        Objects.requireNonNullElseGet(atLastArrival, () -> new NetworkFigures.AtLastArrival(0, 0, 0)),
                        List.copyOf(points)));
    }

    private Map<String, Percentiles> byAnswer() {
        Map<String, Percentiles> of = new TreeMap<>();
        byAnswer.forEach((answer, histogram) -> of.put(answer, Percentiles.of(histogram)));
        return Collections.unmodifiableMap(of);
    }

    private static long micros(long nanos) {
        return Math.min(Math.max(nanos, 0) / 1_000, HIGHEST_MICROS);
    }
}
