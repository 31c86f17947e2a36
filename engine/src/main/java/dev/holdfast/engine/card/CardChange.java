package dev.holdfast.engine.card;

import dev.holdfast.engine.hsm.Pvv;

/** A change of one card. Applying it twice is applying it once. */
sealed interface CardChange {

    /** Makes the change; false if the rules do not allow it, and then nothing has changed. */
    boolean apply(CardShelf shelf, BookedCard card);

    /** @param reason for the record */
    record Status(CardStatus to, String reason) implements CardChange {

        private static final int MAX_REASON_LENGTH = 200;

        /** @throws IllegalArgumentException if the reason is missing or too long */
        public Status {
            if (reason.isBlank() || reason.length() > MAX_REASON_LENGTH) {
                throw new IllegalArgumentException("a reason has 1 to " + MAX_REASON_LENGTH + " characters");
            }
        }

        @Override
        public boolean apply(CardShelf shelf, BookedCard card) {
            return shelf.setStatus(card, to, reason);
        }
    }

    /** Another PIN. */
    record NewPin(Pvv pvv) implements CardChange {

        @Override
        public boolean apply(CardShelf shelf, BookedCard card) {
            shelf.setPvv(card, pvv);
            return true;
        }
    }

    /** PINs may be tried again. */
    record PinFailuresCleared() implements CardChange {

        @Override
        public boolean apply(CardShelf shelf, BookedCard card) {
            shelf.clearPinFailures(card);
            return true;
        }
    }
}
