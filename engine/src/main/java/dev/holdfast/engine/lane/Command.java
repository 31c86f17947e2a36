package dev.holdfast.engine.lane;

import org.jspecify.annotations.Nullable;

/**
 * One unit of work that a lane runs.
 *
 * @param <B> the book: the loaded rows that commands read and change
 * @param <O> the outcome
 */
public interface Command<B, O> {

    /** Which bucket the command's account belongs to; decides which lane runs it. */
    int bucket();

    /** Names to an empty book the rows that deciding needs; they are locked and loaded before anything else is asked. */
    void name(B book);

    /**
     * Returns the outcome that this command's idempotency key already has in the book, or null if it has none. Changes
     * nothing.
     */
    @Nullable
    O recall(B book);

    /**
     * Whether {@link #recall} would have found, in this book, an outcome that this command had committed. If not, and a
     * commit is in doubt, the only honest answer to a command that may not run again is that its outcome is unknown.
     */
    boolean recallable(B book);

    /**
     * Decides and applies the command to the book, in memory. Called only where {@link #recall} knew nothing; refuses
     * before it changes anything.
     */
    O decide(B book);
}
