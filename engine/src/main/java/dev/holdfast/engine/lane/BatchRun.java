package dev.holdfast.engine.lane;

import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Takes one batch from its queue to its answers: load, decide, flush, and what to do when one of them fails. Confined to
 * the lane's event loop.
 *
 * <p>Failures and what follows:
 *
 * <ul>
 *   <li>lost before the flush: nothing was written; once more when the connection is back
 *   <li>lost during the flush: in doubt; once more when the connection is back, where the commands that were committed
 *       are recalled by their keys, and the others run, or fail if their deadline has passed
 *   <li>transient: once more, at most {@value #MAX_RETRIES} times,
 *       with growing waits
 *   <li>rejected: halves, each on its own, until the command that cannot be stored is alone and fails
 *   <li>a command that throws: it fails, the rest runs again from a fresh book
 * </ul>
 *
 * @param <B> the book
 */
final class BatchRun<B> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    /** Lanes lock in order and so never deadlock; lock timeouts come from sessions that died badly, and pass. */
    private static final int MAX_RETRIES = 5;

    /** Doubles with each retry, plus as much again as jitter: 5 retries take 0.3 s on average. */
    private static final long FIRST_WAIT_MILLIS = 6;

    private final Lane<B> lane;
    private final Promise<Void> done = Promise.promise();

    private List<Pending<B, ?>> batch;
    private int retries;
    private boolean triedAgainAlone;
    /** When the first commit of this batch lost its answer; 0 while nothing is in doubt. */
    private long inDoubtSinceMillis;

    BatchRun(Lane<B> lane, List<Pending<B, ?>> batch) {
        this(lane, batch, 0);
    }

    private BatchRun(Lane<B> lane, List<Pending<B, ?>> batch, long inDoubtSinceMillis) {
        this.lane = lane;
        this.batch = batch;
        this.inDoubtSinceMillis = inDoubtSinceMillis;
    }

    /** Runs until every command of the batch has been answered. The future never fails. */
    Future<Void> run() {
        attempt();
        return done.future();
    }

    private void attempt() {
        if (!inDoubt()) {
            dropExpired();
        }
        if (batch.isEmpty()) {
            done.complete();
            return;
        }
        lane.connector().session(patienceMillis()).onSuccess(this::load).onFailure(cause -> giveUp());
    }

    private boolean inDoubt() {
        return inDoubtSinceMillis != 0;
    }

    private void dropExpired() {
        long now = lane.nowMillis();
        batch.stream().filter(pending -> pending.expired(now)).forEach(pending -> pending.fail(tooLate()));
        answerFailed();
    }

    /** How long to wait for a connection: no longer than anybody still waits for an answer. */
    private long patienceMillis() {
        long now = lane.nowMillis();
        if (inDoubt()) {
            return inDoubtSinceMillis + lane.options().resolvePatience().toMillis() - now;
        }
        return batch.stream().mapToLong(Pending::deadlineMillis).max().orElse(now) - now;
    }

    private void giveUp() {
        failAll(new Failure(Failure.Kind.DATABASE_UNAVAILABLE, "the database cannot be reached", null));
    }

    private void load(Session<B> session) {
        long started = System.nanoTime();
        List<? extends Command<B, ?>> commands =
                batch.stream().<Command<B, ?>>map(Pending::command).toList();
        watched(session, () -> session.load(commands)).onComplete(loaded -> {
            record(lane.metrics().load, started);
            if (loaded.succeeded()) {
                decideAndFlush(session, loaded.result());
            } else {
                failed(session, false, loaded.cause());
            }
        });
    }

    private void decideAndFlush(Session<B> session, B book) {
        long started = System.nanoTime();
        boolean sound = decideAll(book);
        record(lane.metrics().decide, started);
        long flushed = System.nanoTime();
        watched(session, () -> sound ? session.flush(book) : session.rollback()).onComplete(ended -> {
            record(lane.metrics().flush, flushed);
            if (ended.failed()) {
                failed(session, sound, ended.cause());
            } else if (sound) {
                committed();
            } else {
                answerFailed();
                attempt();
            }
        });
    }

    /** Decides every command in order of arrival. False if one has thrown, which leaves the book unfit for use. */
    private boolean decideAll(B book) {
        long now = lane.nowMillis();
        for (Pending<B, ?> pending : batch) {
            try {
                if (pending.recall(book)) {
                    continue;
                }
                if (pending.expired(now)) {
                    pending.fail(inDoubt() && !pending.command().recallable(book) ? unknown() : tooLate());
                } else {
                    pending.decide(book);
                }
            } catch (RuntimeException defect) {
                LOG.error("a command could not be decided and fails closed", defect);
                lane.metrics().defects.increment();
                pending.fail(honest(new Failure(Failure.Kind.DEFECT, "the command could not be decided", defect)));
                return false;
            }
        }
        return true;
    }

    private void committed() {
        if (inDoubt()) {
            LOG.info("resolved what became of {} commands in doubt", batch.size());
            lane.metrics().inDoubtResolutions.increment();
        }
        Answers.deliver(batch);
        done.complete();
    }

    private void failed(Session<B> session, boolean inFlush, Throwable cause) {
        if (kind(cause) == SessionException.Kind.LOST) {
            lane.connector().discard(session);
            if (inFlush && !inDoubt()) {
                LOG.warn("the connection was lost during a commit of {} commands, resolving by key", batch.size());
                inDoubtSinceMillis = lane.nowMillis();
            }
            attempt();
            return;
        }
        watched(session, session::rollback).onComplete(rolledBack -> {
            if (rolledBack.failed()) {
                lane.connector().discard(session);
            }
            retryOrSplit(cause);
        });
    }

    private void retryOrSplit(Throwable cause) {
        if (kind(cause) == SessionException.Kind.TRANSIENT) {
            retryLater(cause);
        } else if (batch.size() > 1) {
            split(cause);
        } else if (!triedAgainAlone) {
            // Once more, because a key that another process has just used is recalled the second time.
            triedAgainAlone = true;
            attempt();
        } else {
            LOG.error("a command cannot be stored and fails closed", cause);
            lane.metrics().defects.increment();
            failAll(new Failure(Failure.Kind.DEFECT, "the command could not be stored", cause));
        }
    }

    private void retryLater(Throwable cause) {
        if (retries == MAX_RETRIES) {
            LOG.warn("giving up a batch of {} after {} retries: {}", batch.size(), retries, cause.getMessage());
            failAll(new Failure(Failure.Kind.DATABASE_UNAVAILABLE, "the database cannot take the command now", cause));
            return;
        }
        long waitMillis =
                (FIRST_WAIT_MILLIS << retries) + ThreadLocalRandom.current().nextLong(FIRST_WAIT_MILLIS << retries);
        retries++;
        lane.metrics().retries.increment();
        LOG.info("running a batch of {} again in {} ms: {}", batch.size(), waitMillis, cause.getMessage());
        lane.vertx().setTimer(waitMillis, id -> attempt());
    }

    /** Runs the halves one after the other, so that arrival order is kept. At most log2 of the batch limit deep. */
    private void split(Throwable cause) {
        LOG.warn("splitting a batch of {}: {}", batch.size(), cause.getMessage());
        lane.metrics().splits.increment();
        int middle = batch.size() / 2;
        List<Pending<B, ?>> first = batch.subList(0, middle);
        List<Pending<B, ?>> second = batch.subList(middle, batch.size());
        new BatchRun<>(lane, first, inDoubtSinceMillis)
                .run()
                .compose(ended -> new BatchRun<>(lane, second, inDoubtSinceMillis).run())
                .onComplete(done);
    }

    private void answerFailed() {
        List<Pending<B, ?>> failed = batch.stream().filter(Pending::failed).toList();
        if (!failed.isEmpty()) {
            batch = batch.stream().filter(pending -> !pending.failed()).toList();
            Answers.deliver(failed);
        }
    }

    private void failAll(Failure failure) {
        batch.forEach(pending -> pending.fail(honest(failure)));
        Answers.deliver(batch);
        done.complete();
    }

    /** What is no {@link SessionException} is a bug in the session; the safe reading is that nothing is known. */
    private static SessionException.Kind kind(Throwable cause) {
        return cause instanceof SessionException known ? known.kind() : SessionException.Kind.LOST;
    }

    private static Failure tooLate() {
        return new Failure(Failure.Kind.DEADLINE_EXCEEDED, "the deadline passed before the command was applied", null);
    }

    /** While a commit is in doubt, no failure may claim that nothing was applied. */
    private Failure honest(Failure failure) {
        return inDoubt() ? unknown() : failure;
    }

    /**
     * Sends something to the database. If no answer comes in time the connection is cut and taken for lost, whatever
     * becomes of it: a peer that never closes its side must not hold the lane. A session that throws instead of failing
     * its future has sent who knows what; it is rolled back like any other.
     */
    private <T> Future<T> watched(Session<B> session, Supplier<Future<T>> call) {
        Promise<T> answer = Promise.promise();
        Duration timeout = lane.options().batchTimeout();
        long watchdog = lane.vertx().setTimer(timeout.toMillis(), id -> {
            LOG.warn("no answer from the database within {}, cutting the connection", timeout);
            session.abort();
            answer.tryFail(
                    new SessionException(SessionException.Kind.LOST, new IllegalStateException("no answer in time")));
        });
        try {
            call.get().onComplete(result -> {
                if (result.succeeded()) {
                    answer.tryComplete(result.result());
                } else {
                    answer.tryFail(result.cause());
                }
            });
        } catch (RuntimeException defect) {
            answer.tryFail(new SessionException(SessionException.Kind.REJECTED, defect));
        }
        return answer.future().onComplete(answered -> lane.vertx().cancelTimer(watchdog));
    }

    private static Failure unknown() {
        return new Failure(Failure.Kind.OUTCOME_UNKNOWN, "nobody knows yet whether the command was applied", null);
    }

    private static void record(Timer timer, long startedNanos) {
        timer.record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
    }
}
