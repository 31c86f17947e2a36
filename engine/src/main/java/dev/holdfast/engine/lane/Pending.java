package dev.holdfast.engine.lane;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way through a lane. Confined to the lane's event loop once it is taken from the queue.
 *
 * @param <B> the book
 * @param <O> the command's outcome
 */
final class Pending<B, O> {

    private final Command<B, O> command;
    private final Promise<O> promise = Promise.promise();
    private final long deadlineMillis;
    private final long enqueuedNanos;
    /** Where the caller waits; null if it called from a thread of its own. */
    private final @Nullable Context origin;

    private @Nullable O outcome;
    private @Nullable Failure failure;
    private boolean released;

    Pending(Command<B, O> command, long deadlineMillis, long enqueuedNanos, @Nullable Context origin) {
        this.command = command;
        this.deadlineMillis = deadlineMillis;
        this.enqueuedNanos = enqueuedNanos;
        this.origin = origin;
    }

    Command<B, O> command() {
        return command;
    }

    Promise<O> promise() {
        return promise;
    }

    @Nullable
    Context origin() {
        return origin;
    }

    long deadlineMillis() {
        return deadlineMillis;
    }

    long enqueuedNanos() {
        return enqueuedNanos;
    }

    boolean expired(long nowMillis) {
        return nowMillis > deadlineMillis;
    }

    /** Takes the outcome from the book if the key already has one there. */
    boolean recall(B book) {
        outcome = command.recall(book);
        if (outcome == null) {
            return false;
        }
        failure = null;
        return true;
    }

    void decide(B book) {
        failure = null;
        outcome = command.decide(book);
    }

    void fail(Failure reason) {
        failure = reason;
    }

    boolean failed() {
        return failure != null;
    }

    /** Hands the caller what was decided. On the caller's context. */
    void answer() {
        if (failure != null) {
            promise.tryFail(failure);
        } else {
            promise.tryComplete(outcome);
        }
    }

    /**
     * Stops the caller's waiting: the command may still be applied. On the lane's event loop; does nothing the second
     * time.
     */
    void release(Failure unknown) {
        if (released) {
            return;
        }
        released = true;
        Context waiting = origin;
        if (waiting == null) {
            promise.tryFail(unknown);
        } else {
            waiting.runOnContext(here -> promise.tryFail(unknown));
        }
    }
}
