package dev.holdfast.engine.testing;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.ledger.LedgerRequest;

/** One thing that is done to a ledger. */
public sealed interface Step {

    /** Opens an account. */
    record Open(AccountOpening opening) implements Step {
        @Override
        public AccountKey account() {
            return opening.key();
        }
    }

    /** Changes an account. */
    record Change(AccountChange change) implements Step {
        @Override
        public AccountKey account() {
            return change.key();
        }
    }

    /** Applies an operation; holds go by the names that {@link HoldNames} gives. */
    record Apply(LedgerRequest request) implements Step {
        @Override
        public AccountKey account() {
            return request.account();
        }
    }

    AccountKey account();

    /** Does it, and says what came of it: a comparable answer. */
    default Object playOn(LedgerUnderTest ledger) {
        if (this instanceof Apply apply) {
            return ledger.apply(apply.request());
        }
        if (this instanceof Change change) {
            return ledger.change(change.change());
        }
        ledger.open(((Open) this).opening());
        return "open";
    }
}
