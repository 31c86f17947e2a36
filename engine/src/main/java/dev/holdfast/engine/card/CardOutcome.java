package dev.holdfast.engine.card;

import java.util.function.Function;

/** What became of a request to change a card. */
public sealed interface CardOutcome {

    /** The card stands as asked. */
    record Done(CardView card) implements CardOutcome {}

    /** Nothing was changed. */
    record Rejected(Rejection reason) implements CardOutcome {}

    /** Why a card was not changed. */
    enum Rejection {
        /** The account has no such card, or does not exist. */
        CARD_NOT_FOUND,
        /** {@link CardPolicy} does not allow this status after the one that the card has. */
        STATUS_CHANGE_NOT_ALLOWED,
        /** The PIN block holds no PIN that could be read. */
        PIN_UNREADABLE
    }

    default <T> T fold(Function<Done, T> onDone, Function<Rejected, T> onRejected) {
        return this instanceof Done done ? onDone.apply(done) : onRejected.apply((Rejected) this);
    }
}
