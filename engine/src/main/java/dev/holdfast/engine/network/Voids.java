package dev.holdfast.engine.network;

import dev.holdfast.engine.book.Digest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Takes answers back that are not certain to have been in time, and tries again until that is stored. */
final class Voids {

    private static final Logger LOG = LoggerFactory.getLogger(Voids.class);

    private static final long WAIT_MILLIS = 500;

    /** Five minutes and more: longer than a database takes to come back, and than a network takes to send a reversal. */
    private static final int MAX_ATTEMPTS = 600;

    private final Vertx vertx;
    private final Function<NetworkMessage, Future<MessageOutcome>> statement;
    private final HostMetrics metrics;

    /** The authorizations whose void is not stored yet. */
    private final Set<UUID> pending = ConcurrentHashMap.newKeySet();

    Voids(Vertx vertx, Function<NetworkMessage, Future<MessageOutcome>> statement, HostMetrics metrics) {
        this.vertx = vertx;
        this.statement = statement;
        this.metrics = metrics;
        metrics.watchVoids(pending::size);
    }

    /** Whether the request's answer is being voided, so that a repeat of it must not be answered as it was. */
    boolean pending(NetworkMessage request) {
        return pending.contains(authorization(request));
    }

    boolean full() {
        return pending.size() >= NetworkHost.MAX_VOIDS;
    }

    /**
     * Begins to void the answer to a request.
     *
     * @return succeeds once that is stored; fails if the first attempt does, after which others follow
     */
    Future<MessageOutcome> start(NetworkMessage request) {
        return pending.add(authorization(request))
                ? attempt(voidOf(request), 1)
                : Future.failedFuture(new IllegalStateException("being voided already"));
    }

    private Future<MessageOutcome> attempt(NetworkMessage message, int number) {
        return statement
                .apply(message)
                .onSuccess(stored -> {
                    if (stored.response() == Response.TAKEN) {
                        pending.remove(authorization(message));
                    } else {
                        giveUp(message);
                    }
                })
                .onFailure(failure -> {
                    if (number < MAX_ATTEMPTS) {
                        vertx.setTimer(WAIT_MILLIS, id -> attempt(message, number + 1));
                    } else {
                        giveUp(message);
                    }
                });
    }

    private void giveUp(NetworkMessage message) {
        LOG.error("authorization {} could not be voided: what the network knows may differ", authorization(message));
        metrics.diverged();
        pending.remove(authorization(message));
    }

    private static NetworkMessage voidOf(NetworkMessage request) {
        return new NetworkMessage(
                Digest.of("void").with(request.id()).toUuid(),
                MessageFunction.VOID,
                request.subject(),
                request.links(),
                request.place(),
                new Content.AnswerVoid(authorization(request), request.id()),
                request.timing());
    }

    private static UUID authorization(NetworkMessage message) {
        return Objects.requireNonNull(message.content().authorization());
    }
}
