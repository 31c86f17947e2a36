package dev.holdfast.engine.card;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What became of an order of cards. */
public sealed interface CardIssueOutcome {

    /**
     * What may be told of a card that was issued.
     *
     * @param id its id, which is its token id too
     * @param expiry on whose last day it is still good
     */
    record IssuedCard(UUID id, String maskedNumber, YearMonth expiry) {}

    /**
     * The cards are there.
     *
     * @param replayed whether an earlier, equal order had issued them
     */
    record Issued(List<IssuedCard> cards, boolean replayed) implements CardIssueOutcome {

        public Issued {
            cards = List.copyOf(cards);
        }

        static Issued of(List<BookedCard> cards, boolean replayed) {
            return new Issued(
                    cards.stream()
                            .map(card -> new IssuedCard(
                                    card.id(), card.maskedNumber(), card.facts().expiry()))
                            .toList(),
                    replayed);
        }
    }

    /** Nothing was issued. */
    record Rejected(Rejection reason) implements CardIssueOutcome {}

    /** Why no card was issued. */
    enum Rejection {
        ACCOUNT_NOT_FOUND,
        /** Another order had this key. */
        ISSUE_KEY_REUSED,
        /** The BIN has too few numbers left. */
        BIN_EXHAUSTED
    }

    default <T> T fold(Function<Issued, T> onIssued, Function<Rejected, T> onRejected) {
        return this instanceof Issued issued ? onIssued.apply(issued) : onRejected.apply((Rejected) this);
    }
}
