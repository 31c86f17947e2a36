package dev.holdfast.engine.notification;

import dev.holdfast.engine.metric.MeterTable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What sending tells Prometheus. */
final class NotificationMetrics {

    private final MeterTable<AttemptResult.Kind, Counter> attempts;
    private final Counter dead;
    private final Counter disabled;
    private final Counter failures;

    NotificationMetrics(MeterRegistry meters) {
        this.attempts = new MeterTable<>(
                AttemptResult.Kind.class,
                kind -> Counter.builder("holdfast.notification.attempts")
                        .description("Sendings of notifications, by what came of them")
                        .tag("result", kind.label())
                        .register(meters));
        this.dead = counter(meters, "dead", "Notifications that were given up, and can be sent again by a person");
        this.disabled = counter(meters, "disabled", "Subscriptions that were disabled because their receiver said so");
        this.failures = counter(meters, "failures", "Looks at what waits, or notes of what came of it, that failed");
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder("holdfast.notification." + name)
                .description(description)
                .register(meters);
    }

    void attempted(AttemptResult.Kind kind) {
        attempts.get(kind).increment();
    }

    void givenUp() {
        dead.increment();
    }

    void subscriptionDisabled() {
        disabled.increment();
    }

    void failed() {
        failures.increment();
    }
}
