package dev.holdfast.ledgerapi.delivery;

import dev.holdfast.engine.challenge.Challenge;
import dev.holdfast.engine.challenge.ChallengeDelivery;
import dev.holdfast.engine.challenge.DeliveryOutcome;
import dev.holdfast.engine.challenge.DeliveryOutcome.NotTaken;
import dev.holdfast.engine.challenge.DeliveryOutcome.Problem;
import dev.holdfast.engine.challenge.DeliveryOutcome.Taken;
import dev.holdfast.engine.challenge.MaskedContacts;
import dev.holdfast.engine.vault.SecretDigits;
import dev.holdfast.ledgerapi.delivery.TenantClient.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Tells tenants of challenges over HTTP. Tried again is what may work the next time: no connection, a connection that was
 * lost, and the answers 429, 502, 503 and 504; so a tenant may be told twice. A tenant who lets the time go by is not told
 * again.
 */
public final class HttpChallengeDelivery implements ChallengeDelivery {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final Vertx vertx;
    private final TenantClient client;
    private final ChallengeTargets targets;
    private final DeliveryTimes times;

    public HttpChallengeDelivery(Vertx vertx, ChallengeTargets targets, DeliveryTimes times) {
        this.vertx = vertx;
        this.client = new TenantClient(vertx);
        this.targets = targets;
        this.times = times;
    }

    /** A notification that is to be sent until it is taken. */
    private record Parcel(
            ChallengeTarget target, URI place, Buffer body, Function<Reply, DeliveryOutcome> read, long endNanos) {

        long millisLeft() {
            return TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
        }
    }

    @Override
    public Future<DeliveryOutcome> askCardholder(Challenge challenge) {
        return targetOf(challenge)
                .map(target -> send(
                        new Parcel(
                                target,
                                target.oob(),
                                ChallengeBody.oob(challenge),
                                HttpChallengeDelivery::accepted,
                                end()),
                        1))
                .orElseGet(HttpChallengeDelivery::noTarget);
    }

    @Override
    public Future<DeliveryOutcome> sendCode(Challenge challenge, SecretDigits code) {
        return targetOf(challenge)
                .map(target -> send(
                        new Parcel(
                                target,
                                target.otp(),
                                ChallengeBody.otp(challenge, code, target),
                                reply -> sent(reply, challenge),
                                end()),
                        1))
                .orElseGet(HttpChallengeDelivery::noTarget);
    }

    private Optional<ChallengeTarget> targetOf(Challenge challenge) {
        return targets.of(challenge.request().holder().account().tenantId());
    }

    private long end() {
        return System.nanoTime() + times.total().toNanos();
    }

    private static Future<DeliveryOutcome> noTarget() {
        return Future.succeededFuture(new NotTaken(Problem.NO_TARGET));
    }

    private Future<DeliveryOutcome> send(Parcel parcel, int attempt) {
        long millis = parcel.millisLeft();
        if (millis < 1) {
            return Future.succeededFuture(new NotTaken(Problem.TIMED_OUT));
        }
        return client.post(parcel.place(), parcel.target(), parcel.body(), millis)
                .transform(done -> {
                    if (done.succeeded() && !helpsToRetry(done.result().status())) {
                        return Future.succeededFuture(parcel.read().apply(done.result()));
                    }
                    Problem problem = done.succeeded() ? Problem.REFUSED : problemOf(done.cause());
                    return problem == Problem.TIMED_OUT || problem == Problem.BAD_ANSWER
                            ? Future.succeededFuture(new NotTaken(problem))
                            : sendAgain(parcel, attempt, problem);
                });
    }

    private Future<DeliveryOutcome> sendAgain(Parcel parcel, int attempt, Problem problem) {
        long pause = times.pause().toMillis() << (attempt - 1);
        if (attempt == times.attempts() || parcel.millisLeft() <= pause) {
            return Future.succeededFuture(new NotTaken(problem));
        }
        return vertx.timer(pause, TimeUnit.MILLISECONDS).compose(waited -> send(parcel, attempt + 1));
    }

    private static boolean helpsToRetry(int status) {
        return switch (status) {
            case 429, 502, 503, 504 -> true;
            default -> false;
        };
    }

    private static Problem problemOf(Throwable cause) {
        if (cause instanceof TenantClient.TooLong) {
            return Problem.BAD_ANSWER;
        }
        return cause instanceof TimeoutException ? Problem.TIMED_OUT : Problem.UNREACHABLE;
    }

    private static DeliveryOutcome accepted(Reply reply) {
        return reply.status() == ACCEPTED ? new Taken(MaskedContacts.NONE) : new NotTaken(Problem.REFUSED);
    }

    private static DeliveryOutcome sent(Reply reply, Challenge challenge) {
        if (reply.status() != OK) {
            return new NotTaken(Problem.REFUSED);
        }
        return ContactsForm.read(reply.body(), challenge.id())
                .<DeliveryOutcome>map(Taken::new)
                .orElse(new NotTaken(Problem.BAD_ANSWER));
    }

    /** Closes the connections. */
    public Future<Void> close() {
        return client.close();
    }
}
