package dev.holdfast.engine.lane;

import io.vertx.core.Future;

import java.util.List;

/**
 * The storage under one lane: one database connection, one transaction at a time. Every future fails with a
 * {@link SessionException} and nothing else.
 *
 * @param <B> the book
 */
public interface Session<B> {

    /** Opens a transaction, locks and reads what the commands name: one network flush. */
    Future<B> load(List<? extends Command<B, ?>> commands);

    /** Writes what changed in the book and commits: one network flush. */
    Future<Void> flush(B book);

    /** Ends the transaction that {@link #load} opened without an effect. */
    Future<Void> rollback();

    /** Cuts the connection; what is under way fails as lost. */
    void abort();

    /** Ends the connection in good order. */
    Future<Void> close();

    /** Sets what to run, once, on the lane's context, when the connection is gone. */
    void onLost(Runnable handler);

    /** Opens sessions. */
    interface Factory<B> {

        /** Connects, on the calling lane's context. */
        Future<Session<B>> open();
    }
}
