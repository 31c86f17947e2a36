package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.card.BookedCard;
import dev.holdfast.engine.card.CardShelf;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.hsm.PinVerdict;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a card's own state and credentials say against a request. */
final class CardChecks {

    private final @Nullable BookedCard card;
    private final Credentials credentials;
    private final LocalDate today;

    private CardChecks(@Nullable BookedCard card, Credentials credentials, LocalDate today) {
        this.card = card;
        this.credentials = credentials;
        this.today = today;
    }

    static CardChecks of(Desk desk, Credentials credentials) {
        UUID id = desk.message().subject().card();
        BookedCard card = id == null ? null : desk.book().shelf(CardShelf.KIND).find(desk.account(), id);
        ZoneId zone = desk.program().zone();
        return new CardChecks(card, credentials, LocalDate.ofInstant(desk.now(), zone));
    }

    List<Finding> findings() {
        List<DeclineReason> reasons = new ArrayList<>();
        if (card == null) {
            reasons.add(DeclineReason.CARD_NOT_FOUND);
        } else {
            addState(card, reasons);
            addCredentials(card, reasons);
        }
        return reasons.stream().map(Finding::of).toList();
    }

    private void addState(BookedCard card, List<DeclineReason> reasons) {
        switch (card.status()) {
            case CLOSED -> reasons.add(DeclineReason.CARD_CLOSED);
            case LOST -> reasons.add(DeclineReason.CARD_LOST);
            case STOLEN -> reasons.add(DeclineReason.CARD_STOLEN);
            case INACTIVE -> reasons.add(DeclineReason.CARD_NOT_ACTIVE);
            case LOCKED -> reasons.add(DeclineReason.CARD_LOCKED);
            case EXPIRED, ACTIVE -> {
                // Expiry by date follows.
            }
        }
        if (card.status() == CardStatus.EXPIRED || card.expired(today)) {
            reasons.add(DeclineReason.CARD_EXPIRED);
        }
        YearMonth given = credentials.expiry();
        if (given != null && !given.equals(card.facts().expiry())) {
            reasons.add(DeclineReason.EXPIRY_MISMATCH);
        }
    }

    private void addCredentials(BookedCard card, List<DeclineReason> reasons) {
        if (credentials.cvv() == Credentials.Check.MISMATCH) {
            reasons.add(DeclineReason.CVV_MISMATCH);
        }
        PinVerdict pin = credentials.pin();
        if (pin == null) {
            return;
        }
        if (card.pinTriesExceeded()) {
            reasons.add(DeclineReason.PIN_TRIES_EXCEEDED);
        }
        switch (pin) {
            case CORRECT -> {
                // Nothing against it.
            }
            case WRONG -> reasons.add(DeclineReason.PIN_INCORRECT);
            default -> reasons.add(DeclineReason.PIN_UNREADABLE);
        }
    }

    /** Counts a wrong PIN, and forgets the count with a right one while there are tries left. */
    void countPin(Desk desk) {
        PinVerdict pin = credentials.pin();
        if (card == null || pin == null || card.pinTriesExceeded()) {
            return;
        }
        CardShelf cards = desk.book().shelf(CardShelf.KIND);
        if (pin == PinVerdict.WRONG) {
            cards.countPinFailure(card);
        } else if (pin == PinVerdict.CORRECT) {
            cards.clearPinFailures(card);
        }
    }

    BillingAddress address() {
        return card == null ? BillingAddress.UNKNOWN : card.address();
    }
}
