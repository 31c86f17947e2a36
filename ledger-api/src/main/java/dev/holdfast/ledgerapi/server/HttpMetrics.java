package dev.holdfast.ledgerapi.server;

import dev.holdfast.engine.metric.LatencyBuckets;
import dev.holdfast.ledgerapi.contract.Endpoint;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the HTTP face counts. Timers are made once per endpoint and status and then found by index; their number is
 * bounded by the contract, because neither paths nor methods of strangers become labels.
 */
final class HttpMetrics {

    /** Statuses are below 600. */
    private static final int STATUSES = 600;

    /** From a tenth of the usual answer to the deadline. */
    private static final Duration[] BUCKETS = LatencyBuckets.between(Duration.ofMillis(1), Duration.ofSeconds(10));

    private final MeterRegistry registry;
    private final Map<Endpoint, AtomicReferenceArray<@Nullable Timer>> timers = new EnumMap<>(Endpoint.class);
    private final AtomicReferenceArray<@Nullable Timer> unmatched = new AtomicReferenceArray<>(STATUSES);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final Counter refusedConnections;
    private final Counter bytesReceived;
    private final Counter bytesSent;

    HttpMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("holdfast.http.server.requests.in.flight", inFlight, AtomicInteger::get)
                .description("Requests that have begun and are not yet answered")
                .register(registry);
        Gauge.builder("holdfast.http.server.connections", connections, AtomicInteger::get)
                .description("Open connections")
                .register(registry);
        refusedConnections = counter("connections.refused", null, "Connections closed because too many were open");
        bytesReceived = counter("received", "bytes", "Bytes of request bodies");
        bytesSent = counter("sent", "bytes", "Bytes of response bodies");
        for (Endpoint endpoint : Endpoint.values()) {
            timers.put(endpoint, new AtomicReferenceArray<>(STATUSES));
            timer(endpoint, endpoint == Endpoint.OPEN_ACCOUNT ? 201 : 200);
        }
    }

    void began() {
        inFlight.incrementAndGet();
    }

    void abandoned() {
        inFlight.decrementAndGet();
    }

    /**
     * @param endpoint null if the request named none
     * @param nanos since it began
     */
    void answered(@Nullable Endpoint endpoint, int status, long nanos, int received, int sent) {
        inFlight.decrementAndGet();
        timer(endpoint, status).record(nanos, TimeUnit.NANOSECONDS);
        bytesReceived.increment(received);
        bytesSent.increment(sent);
    }

    /** Counts a connection and returns how many there are now. */
    int connected() {
        return connections.incrementAndGet();
    }

    void disconnected() {
        connections.decrementAndGet();
    }

    void refusedConnection() {
        refusedConnections.increment();
    }

    private Timer timer(@Nullable Endpoint endpoint, int status) {
        AtomicReferenceArray<@Nullable Timer> row =
                endpoint == null ? unmatched : timers.getOrDefault(endpoint, unmatched);
        Timer known = row.get(status);
        if (known != null) {
            return known;
        }
        // Two threads may come here at once; the registry then gives both the same timer.
        Timer made = Timer.builder("holdfast.http.server.requests")
                .description("Time from the head of a request to the end of its answer")
                .tag("route", endpoint == null ? "unmatched" : endpoint.template())
                .tag("method", endpoint == null ? "any" : endpoint.method())
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        row.set(status, made);
        return made;
    }

    private Counter counter(String name, @Nullable String unit, String description) {
        return Counter.builder("holdfast.http.server." + name)
                .baseUnit(unit)
                .description(description)
                .register(registry);
    }
}
