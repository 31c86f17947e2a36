package dev.holdfast.engine.card;

import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.lane.Failure.Kind;
import io.vertx.core.Future;

/** Turns what a database client or a crypto library fails with into a {@link Failure}. */
final class CardFailures {

    private CardFailures() {}

    static Failure of(Throwable cause) {
        return cause instanceof Failure failure
                ? failure
                : new Failure(Kind.DATABASE_UNAVAILABLE, "the database could not be asked about cards", cause);
    }

    /** The same future of work on numbers, which fails by a bug or by altered data only. */
    static <T> Future<T> defects(Future<T> work) {
        return work.recover(cause -> Future.failedFuture(
                cause instanceof Failure
                        ? cause
                        : new Failure(Kind.DEFECT, "card numbers could not be handled", cause)));
    }

    /** The same future, failing with failures only. */
    static <T> Future<T> known(Future<T> future) {
        return future.recover(cause -> Future.failedFuture(of(cause)));
    }
}
