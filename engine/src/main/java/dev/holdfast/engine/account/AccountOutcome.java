package dev.holdfast.engine.account;

import java.util.function.Function;

/** What became of a request to open or change an account. */
public sealed interface AccountOutcome {

    /**
     * The account stands as asked.
     *
     * @param account for an opening, as it was right after it was opened
     * @param replayed whether an earlier, equal opening had opened it; always false for a change
     */
    record Done(AccountView account, boolean replayed) implements AccountOutcome {}

    /** Nothing was changed. */
    record Rejected(Rejection reason) implements AccountOutcome {}

    /** Why an account was not opened or changed. */
    enum Rejection {
        /** The reference belongs to an account that was opened by another request. */
        REF_TAKEN,
        ACCOUNT_NOT_FOUND,
        BALANCE_REF_NOT_FOUND,
        CURRENCY_MISMATCH
    }

    default <T> T fold(Function<Done, T> onDone, Function<Rejected, T> onRejected) {
        return this instanceof Done done ? onDone.apply(done) : onRejected.apply((Rejected) this);
    }
}
