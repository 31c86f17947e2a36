package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Reason;
import dev.holdfast.engine.metric.LatencyBuckets;
import dev.holdfast.engine.metric.MeterTable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.util.function.ToIntFunction;

/** What the links tell Prometheus. Shared by all links; every meter is made at the start. */
final class LinkMetrics {

    private final MeterRegistry meters;
    final MeterTable<MessageType, Counter> received;
    final MeterTable<MessageType, Counter> sent;
    final MeterTable<Reason, Counter> malformed;
    final MeterTable<CloseCause, Counter> closed;
    final MeterTable<FileUpdateOutcome, Counter> fileUpdates;
    final Timer answer;
    final Counter failures;
    final Counter lateAnswers;
    final Counter notSignedOn;
    final Counter windowFull;
    final Counter echoesMissed;

    LinkMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.received = new MeterTable<>(MessageType.class, type -> messages("in", type));
        this.sent = new MeterTable<>(MessageType.class, type -> messages("out", type));
        this.malformed = new MeterTable<>(
                Reason.class,
                reason -> labelled("malformed", "Messages that could not be read", "reason", MeterTable.label(reason)));
        this.closed = new MeterTable<>(
                CloseCause.class,
                cause -> labelled("closed", "Links that were closed", "cause", MeterTable.label(cause)));
        this.fileUpdates = new MeterTable<>(
                FileUpdateOutcome.class,
                outcome ->
                        labelled("file.updates", "File updates for the network", "outcome", MeterTable.label(outcome)));
        this.answer = Timer.builder("holdfast.link.answer")
                .description("Time from reading a request to handing its answer to the socket")
                .serviceLevelObjectives(LatencyBuckets.between(Duration.ofMillis(1), Duration.ofSeconds(5)))
                .register(meters);
        this.failures = counter("failures", "Requests whose handler failed");
        this.lateAnswers = counter("answers.late", "Answers that found their link closed");
        this.notSignedOn = counter("not.signed.on", "Requests on links that are not signed on");
        this.windowFull = counter("window.full", "Times that a link was not read because its window was full");
        this.echoesMissed = counter("echoes.missed", "Echoes that nobody answered");
    }

    void watch(Links links) {
        gauge("links", "Open links", links, Links::count);
        gauge("links.signed.on", "Links that are signed on", links, Links::signedOn);
        gauge("requests.in.flight", "Requests that wait for their answer", links, Links::inFlight);
    }

    private void gauge(String name, String description, Links links, ToIntFunction<Links> value) {
        Gauge.builder("holdfast.link." + name, links, value::applyAsInt)
                .description(description)
                .strongReference(true)
                .register(meters);
    }

    private Counter messages(String direction, MessageType type) {
        return Counter.builder("holdfast.link.messages")
                .description("Messages read and written")
                .tag("direction", direction)
                .tag("type", type.label())
                .register(meters);
    }

    private Counter labelled(String name, String description, String label, String value) {
        return Counter.builder("holdfast.link." + name)
                .description(description)
                .tag(label, value)
                .register(meters);
    }

    private Counter counter(String name, String description) {
        return Counter.builder("holdfast.link." + name).description(description).register(meters);
    }
}
