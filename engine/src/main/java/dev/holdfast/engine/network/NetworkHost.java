package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.ApprovalCode;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.card.CardDirectory;
import dev.holdfast.engine.card.CardOnFile;
import dev.holdfast.engine.hsm.Hsm;
import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.lane.Lanes;
import dev.holdfast.engine.program.Fallback;
import dev.holdfast.engine.program.ProgramSettings;
import dev.holdfast.engine.program.Programs;
import dev.holdfast.engine.vault.Pan;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Answers the card network's messages, durably, once per message, and in time or not at all.
 *
 * <p>An approval counts only if it was stored before the deadline. Where that is not certain, the answer is a decline and
 * an {@link Content.AnswerVoid} is stored, which takes the approval back if it was stored and forbids it if it was not.
 */
public final class NetworkHost {

    /** Statements are not lost for being late: the network repeats what is not answered, but need not do so for long. */
    static final Duration STATEMENT_PATIENCE = Duration.ofSeconds(30);

    /** How long a late answer waits for its void to be stored. */
    private static final Duration VOID_PATIENCE = Duration.ofMillis(500);

    /** Voids that may wait for the database at once. Beyond, messages are refused before anything is asked of a lane. */
    public static final int MAX_VOIDS = 10_000;

    private final Vertx vertx;
    private final Lanes<Book> lanes;
    private final Programs programs;
    private final CardDirectory cards;
    private final SecretChecks secrets;
    private final Clock clock;
    private final HostMetrics metrics;
    private final Voids voids;
    private final UnderWay underWay = new UnderWay();

    public NetworkHost(
            Vertx vertx, Lanes<Book> lanes, Programs programs, CardDirectory cards, Hsm hsm, MeterRegistry meters) {
        this.vertx = vertx;
        this.lanes = lanes;
        this.programs = programs;
        this.cards = cards;
        this.secrets = new SecretChecks(hsm, cards);
        this.clock = Clock.systemUTC();
        this.metrics = new HostMetrics(meters);
        this.voids = new Voids(vertx, this::state, metrics);
    }

    /**
     * Answers a message. The future always succeeds: where no decision can be reached, the answer says so.
     *
     * <p>Safe to call from any thread; the future completes on the caller's context.
     */
    public Future<HostAnswer> answer(Arrival arrival) {
        long started = System.nanoTime();
        return find(arrival.presented())
                .compose(card -> card.map(found -> answer(arrival, found)).orElseGet(() -> unplaced(arrival)))
                .otherwise(failure -> HostAnswer.of(undecided(failure)))
                .onSuccess(answer -> metrics.answered(arrival.function(), answer.outcome(), started));
    }

    private Future<Optional<CardOnFile>> find(Presented presented) {
        Pan pan = presented.pan();
        Future<Optional<CardOnFile>> card =
                pan == null ? cards.find(Objects.requireNonNull(presented.cardId())) : cards.find(pan);
        return card.map(found -> found.filter(presented::mayBe));
    }

    private Future<HostAnswer> answer(Arrival arrival, CardOnFile card) {
        return secrets.check(arrival.presented(), card).compose(credentials -> {
            NetworkMessage message = message(arrival, card, credentials);
            return answer(message, arrival.repeat())
                    .map(outcome -> new HostAnswer(outcome, credentials, fallback(message, outcome), message));
        });
    }

    private static NetworkMessage message(Arrival arrival, CardOnFile card, Credentials credentials) {
        UUID id = arrival.trace().message(arrival.function(), card.cardId(), arrival.retrieval());
        Links links = arrival.function().isRequest()
                ? arrival.links().withApprovalCode(ApprovalCode.of(id))
                : arrival.links();
        return new NetworkMessage(
                id,
                arrival.function(),
                new NetworkMessage.Subject(card.accountKey(), card.cardId()),
                links,
                arrival.place(),
                arrival.content().of(card.cardId(), credentials),
                arrival.timing());
    }

    /** Answers a message that a door has put together itself. */
    public Future<MessageOutcome> answer(NetworkMessage message, boolean repeat) {
        ProgramSettings program = program(message);
        if (!message.function().isRequest()) {
            return state(message).otherwise(NetworkHost::undecided);
        }
        Instant deadline = asked(message.timing(), repeat).plus(program.decisionDeadline());
        return decide(message, deadline);
    }

    /**
     * Decides a request by the deadline. Answers by then, too, whatever is still under way: it is voided then.
     *
     * @param message known once its card is; the future may fail
     */
    Future<MessageOutcome> decideWithin(ApprovalRequest request, Future<NetworkMessage> message, Duration patience) {
        long started = System.nanoTime();
        Instant deadline = request.receivedAt().plus(patience);
        Promise<MessageOutcome> answer = Promise.promise();
        long timer = vertx.setTimer(patience.toMillis(), due -> {
            if (answer.tryComplete(late())) {
                voids.start(request.toMessage(null));
            }
        });
        message.compose(known -> decide(known, deadline))
                .otherwise(failure -> keep(request.toMessage(null), undecided(failure)))
                .onSuccess(outcome -> {
                    vertx.cancelTimer(timer);
                    answer.tryComplete(outcome);
                });
        return answer.future().onSuccess(outcome -> metrics.answered(MessageFunction.APPROVAL, outcome, started));
    }

    private Future<MessageOutcome> decide(NetworkMessage message, Instant deadline) {
        if (voids.pending(message) || voids.full()) {
            return Future.succeededFuture(MessageOutcome.declined(DecidedBy.SYSTEM, DeclineReason.ISSUER_UNAVAILABLE));
        }
        if (clock.instant().isAfter(deadline)) {
            return Future.succeededFuture(keep(message, late()));
        }
        MessageCommand command = new MessageCommand(message, program(message));
        return underWay.decide(
                command.asked(),
                () -> lanes.submit(command, deadline)
                        .compose(outcome -> inTime(message, outcome, deadline))
                        .otherwise(failure -> failed(message, failure)));
    }

    /** A clock that is ahead gives no more time. */
    private static Instant asked(Timing timing, boolean repeat) {
        return repeat || timing.sentAt().isAfter(timing.receivedAt()) ? timing.receivedAt() : timing.sentAt();
    }

    /** The answer is worth something only until the deadline, whatever has been stored. */
    private Future<MessageOutcome> inTime(NetworkMessage message, MessageOutcome outcome, Instant deadline) {
        if (voids.pending(message)) {
            return Future.succeededFuture(late());
        }
        // An answer that was given before was in time then, or it would be void: the same once more makes it no later.
        if (!outcome.replayed()
                && outcome.response().isApproval()
                && clock.instant().isAfter(deadline)) {
            metrics.late();
            // It is late anyway, and a process that ended now would leave what it has said no to.
            return voids.start(message)
                    .timeout(VOID_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .transform(stored -> Future.succeededFuture(late()));
        }
        return Future.succeededFuture(outcome);
    }

    private MessageOutcome failed(NetworkMessage message, Throwable failure) {
        boolean nothingApplied = failure instanceof Failure known
                && known.kind().nothingApplied()
                && known.kind() != Failure.Kind.DEFECT;
        if (!nothingApplied) {
            voids.start(message);
        }
        return keep(message, undecided(failure));
    }

    /** Keeps a message on which no decision was reached. Not waited for: the answer cannot change any more. */
    private MessageOutcome keep(NetworkMessage message, MessageOutcome outcome) {
        keep(new KeepCommand(message, outcome));
        return outcome;
    }

    private Future<HostAnswer> unplaced(Arrival arrival) {
        MessageOutcome outcome = MessageOutcome.declined(DecidedBy.ISSUER, DeclineReason.CARD_NOT_FOUND);
        keep(KeepCommand.unplaced(arrival, outcome));
        return Future.succeededFuture(HostAnswer.of(outcome));
    }

    /** Keeps a message that a door has refused. */
    public void keepUnfit(Unfit unfit, @Nullable String problem) {
        MessageOutcome outcome = MessageOutcome.declined(DecidedBy.ISSUER, DeclineReason.FORMAT_ERROR);
        metrics.answered(unfit.function(), outcome, System.nanoTime());
        keep(KeepCommand.unfit(unfit, String.valueOf(problem), outcome));
    }

    private void keep(KeepCommand command) {
        lanes.submit(command, clock.instant().plus(STATEMENT_PATIENCE)).onFailure(lost -> metrics.unrecorded());
    }

    /**
     * Takes a statement in. Fails with a {@link Failure} if it could not be stored; it may be stated again.
     *
     * @param message no request
     */
    public Future<MessageOutcome> state(NetworkMessage message) {
        return submit(message, clock.instant().plus(STATEMENT_PATIENCE));
    }

    private Future<MessageOutcome> submit(NetworkMessage message, Instant deadline) {
        return lanes.submit(new MessageCommand(message, program(message)), deadline);
    }

    private ProgramSettings program(NetworkMessage message) {
        return programs.of(message.subject().account().tenantId());
    }

    private @Nullable Fallback fallback(NetworkMessage message, MessageOutcome outcome) {
        boolean undecided = outcome.decidedBy() == DecidedBy.DEADLINE || outcome.decidedBy() == DecidedBy.SYSTEM;
        return undecided ? program(message).fallback() : null;
    }

    private static MessageOutcome late() {
        return MessageOutcome.declined(DecidedBy.DEADLINE, DeclineReason.DEADLINE);
    }

    private static MessageOutcome undecided(Throwable failure) {
        Optional<Failure.Kind> kind = failure instanceof Failure known ? Optional.of(known.kind()) : Optional.empty();
        return kind.map(NetworkHost::undecided)
                .orElseGet(() -> MessageOutcome.declined(DecidedBy.SYSTEM, DeclineReason.SYSTEM_ERROR));
    }

    private static MessageOutcome undecided(Failure.Kind kind) {
        return switch (kind) {
            case DEADLINE_EXCEEDED -> late();
            case BUSY, SHUTTING_DOWN, DATABASE_UNAVAILABLE, OUTCOME_UNKNOWN ->
                MessageOutcome.declined(DecidedBy.SYSTEM, DeclineReason.ISSUER_UNAVAILABLE);
            case DEFECT -> MessageOutcome.declined(DecidedBy.SYSTEM, DeclineReason.SYSTEM_ERROR);
        };
    }
}
