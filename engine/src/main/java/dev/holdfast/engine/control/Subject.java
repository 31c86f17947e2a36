package dev.holdfast.engine.control;

import dev.holdfast.engine.book.AccountId;

import java.util.UUID;

/**
 * A card, or a whole account: what controls are assigned to, and what counters belong to.
 *
 * @param card {@link #WHOLE_ACCOUNT} for the account
 */
record Subject(AccountId account, UUID card) {

    static final UUID WHOLE_ACCOUNT = new UUID(0, 0);

    static Subject wholeAccount(AccountId account) {
        return new Subject(account, WHOLE_ACCOUNT);
    }

    Subject in(Scope scope) {
        return scope == Scope.CARD ? this : wholeAccount(account);
    }

    /** What a counter's key calls it. */
    String text() {
        return card.equals(WHOLE_ACCOUNT) ? account.value().toString() : account.value() + "/" + card;
    }
}
