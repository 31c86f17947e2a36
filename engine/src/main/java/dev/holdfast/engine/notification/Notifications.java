package dev.holdfast.engine.notification;

import dev.holdfast.engine.vault.VaultKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import java.time.Clock;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Everything that this package offers, on one database and under one set of keys. */
public record Notifications(Subscriptions subscriptions, DeadLetters deadLetters, Deliveries deliveries) {

    /**
     * Where and how to send.
     *
     * @param clock by which it is decided what is due
     * @param luck 0 to 1, evenly drawn; what spreads retries
     * @param patience for each receiver's answer, below {@link Deliveries#LEASE} by far
     */
    record Manner(TargetPolicy policy, Names names, Clock clock, DoubleSupplier luck, Duration patience) {}

    /**
     * Makes them; {@link Deliveries#start} begins to send.
     *
     * @param vertx whose threads are no lane's
     * @param pool that nothing else waits for
     */
    public static Notifications open(
            Vertx vertx, Pool pool, VaultKeys keys, TargetPolicy policy, MeterRegistry meters) {
        Manner manner =
                new Manner(policy, Names.ofSystem(vertx), Clock.systemUTC(), Math::random, WebhookSender.PATIENCE);
        return open(vertx, pool, keys, manner, meters);
    }

    static Notifications open(Vertx vertx, Pool pool, VaultKeys keys, Manner manner, MeterRegistry meters) {
        WebhookSender sender =
                new WebhookSender(vertx, manner.names(), manner.policy(), manner.clock(), manner.patience());
        return new Notifications(
                new Subscriptions(pool, keys, manner.policy(), manner.clock()),
                new DeadLetters(pool, manner.clock()),
                new Deliveries(
                        vertx,
                        new DeliveryStore(pool, keys),
                        sender,
                        manner.clock(),
                        manner.luck(),
                        new NotificationMetrics(meters)));
    }
}
