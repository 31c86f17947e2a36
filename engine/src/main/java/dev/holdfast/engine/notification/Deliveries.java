package dev.holdfast.engine.notification;

import dev.holdfast.engine.notification.DeliveryStore.Claim;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Sends what waits: claims some, sends them, and notes what came of it. What it cannot note is sent again once the lease is
 * over, by whoever comes first. The clocks of processes that share a database should agree within some seconds.
 */
public final class Deliveries {

    /** How long whoever claimed a notification may be silent: the patience, and time to note what came of it. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** Between two looks that find nothing. */
    static final Duration PAUSE = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Vertx vertx;
    private final Context context;
    private final DeliveryStore store;
    private final WebhookSender sender;
    private final Clock clock;
    private final DoubleSupplier luck;
    private final NotificationMetrics metrics;
    private final Slots slots = new Slots();
    private final Promise<Void> stopped = Promise.promise();
    private List<Settled> unsettled = new ArrayList<>();
    private boolean looking;
    private boolean lookAgain;
    private boolean settling;
    private boolean stopping;
    private boolean failing;
    private long timer = -1;

    Deliveries(
            Vertx vertx,
            DeliveryStore store,
            WebhookSender sender,
            Clock clock,
            DoubleSupplier luck,
            NotificationMetrics metrics) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.store = store;
        this.sender = sender;
        this.clock = clock;
        this.luck = luck;
        this.metrics = metrics;
    }

    /** Begins to look for what waits. */
    public void start() {
        context.runOnContext(here -> look());
    }

    private void look() {
        if (looking || stopping) {
            lookAgain = true;
            return;
        }
        vertx.cancelTimer(timer);
        looking = true;
        lookAgain = false;
        store.claim(clock.instant(), LEASE, slots.rooms(), slots.room()).onComplete(claimed -> {
            looking = false;
            tell(claimed.cause() == null ? Optional.empty() : Optional.of(claimed.cause()));
            boolean more = claimed.succeeded() && send(claimed.result());
            if (more || lookAgain) {
                look();
            } else {
                timer = vertx.setTimer(PAUSE.toMillis(), id -> look());
            }
            endIfIdle();
        });
    }

    /** Returns whether there may be more. Every row that was looked at is taken or put off, so this comes to an end. */
    private boolean send(Claim claim) {
        for (Parcel parcel : Parcel.pack(claim.deliveries(), claim.receivers())) {
            parcel.deliveries().forEach(delivery -> slots.take(delivery.subscription()));
            sender.send(parcel.receiver(), parcel.id(), parcel.body())
                    .compose(result -> disableIfGone(parcel, result))
                    .onSuccess(result -> sent(parcel, result));
        }
        return claim.looked() > 0;
    }

    private Future<AttemptResult> disableIfGone(Parcel parcel, AttemptResult result) {
        if (result.kind() != AttemptResult.Kind.GONE) {
            return Future.succeededFuture(result);
        }
        return store.disable(parcel.receiver()).transform(disabled -> {
            if (disabled.succeeded() && disabled.result()) {
                metrics.subscriptionDisabled();
                LOG.warn(
                        "subscription {} is disabled: its receiver is gone",
                        parcel.receiver().id());
            }
            return Future.succeededFuture(result);
        });
    }

    private void sent(Parcel parcel, AttemptResult result) {
        boolean delivered = result.kind() == AttemptResult.Kind.DELIVERED;
        Instant now = clock.instant();
        for (Delivery delivery : parcel.deliveries()) {
            slots.giveBack(delivery.subscription(), delivered);
            metrics.attempted(result.kind());
            unsettled.add(settled(delivery, result, now));
        }
        settle();
    }

    private Settled settled(Delivery delivery, AttemptResult result, Instant now) {
        if (result.kind() == AttemptResult.Kind.DELIVERED) {
            return new Settled(delivery, result, Settled.Status.DELIVERED, now, now);
        }
        Optional<Duration> rest = RetrySchedule.rest(delivery.tried(), result.retryAfter(), luck.getAsDouble());
        if (result.kind() == AttemptResult.Kind.GONE) {
            // Kept, however often it has failed, for when somebody enables the subscription again.
            rest = rest.or(() -> Optional.of(RetrySchedule.LONGEST));
        }
        if (rest.isEmpty()) {
            metrics.givenUp();
            return new Settled(delivery, result, Settled.Status.DEAD, now, now);
        }
        return new Settled(delivery, result, Settled.Status.WAITING, now.plus(rest.get()), now);
    }

    /** All that has come together while the last of it was noted goes in one transaction. */
    private void settle() {
        if (settling || unsettled.isEmpty()) {
            endIfIdle();
            return;
        }
        settling = true;
        List<Settled> now = unsettled;
        unsettled = new ArrayList<>();
        store.settle(now, clock.instant()).onComplete(noted -> {
            settling = false;
            tell(noted.cause() == null ? Optional.empty() : Optional.of(noted.cause()));
            settle();
            look();
        });
    }

    /** Once when it begins to fail, and once when it works again. */
    private void tell(Optional<Throwable> cause) {
        cause.ifPresent(failure -> metrics.failed());
        if (failing != cause.isPresent()) {
            failing = cause.isPresent();
            if (failing) {
                LOG.warn(
                        "notifications cannot be looked at or noted: {}",
                        cause.get().getMessage());
            } else {
                LOG.info("notifications can be looked at and noted again");
            }
        }
    }

    private void endIfIdle() {
        if (stopping && !looking && !settling && slots.idle() && unsettled.isEmpty()) {
            vertx.cancelTimer(timer);
            stopped.tryComplete();
        }
    }

    /** Claims no more; done when what is under way is sent and noted. */
    public Future<Void> stop() {
        context.runOnContext(here -> {
            stopping = true;
            endIfIdle();
        });
        return stopped.future().eventually(sender::close);
    }
}
