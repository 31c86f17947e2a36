package dev.holdfast.engine.book;

import dev.holdfast.engine.lane.Command;

/**
 * A command on one account of the book.
 *
 * @param <O> the outcome
 */
public interface BookCommand<O> extends Command<Book, O> {

    AccountId account();

    @Override
    default int bucket() {
        return account().bucket();
    }

    /** Where there is no account, there is no row whose lock would have waited for a commit that is still under way. */
    @Override
    default boolean recallable(Book book) {
        return book.account(account()) != null;
    }
}
