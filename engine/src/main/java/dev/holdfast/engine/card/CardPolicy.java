package dev.holdfast.engine.card;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static dev.holdfast.engine.card.CardStatus.ACTIVE;
import static dev.holdfast.engine.card.CardStatus.CLOSED;
import static dev.holdfast.engine.card.CardStatus.EXPIRED;
import static dev.holdfast.engine.card.CardStatus.INACTIVE;
import static dev.holdfast.engine.card.CardStatus.LOCKED;
import static dev.holdfast.engine.card.CardStatus.LOST;
import static dev.holdfast.engine.card.CardStatus.STOLEN;

/** The rules of cards. */
public final class CardPolicy {

    /** Wrong PINs in a row after which no PIN is right any more, until the count is cleared. */
    public static final int MAX_PIN_FAILURES = 3;

    /**
     * Which status may become which. A stolen card never comes back: whoever returns it may have copied it. A lost one
     * may be found. Nothing leaves closed.
     */
    private static final Map<CardStatus, Set<CardStatus>> ALLOWED = new EnumMap<>(Map.of(
            INACTIVE, EnumSet.of(ACTIVE, LOST, STOLEN, EXPIRED, CLOSED),
            ACTIVE, EnumSet.of(LOCKED, LOST, STOLEN, EXPIRED, CLOSED),
            LOCKED, EnumSet.of(ACTIVE, LOST, STOLEN, EXPIRED, CLOSED),
            LOST, EnumSet.of(ACTIVE, STOLEN, CLOSED),
            STOLEN, EnumSet.of(CLOSED),
            EXPIRED, EnumSet.of(CLOSED),
            CLOSED, EnumSet.noneOf(CardStatus.class)));

    private CardPolicy() {}

    /** Whether a card may go from one status to another one. */
    public static boolean allows(CardStatus from, CardStatus to) {
        return ALLOWED.getOrDefault(from, Set.of()).contains(to);
    }

    /**
     * What the network's stand-in file must be told of a change. A lost or stolen card that is closed stays listed:
     * where the network stands in, the list is all that declines it.
     */
    public static Optional<FileAction> fileAction(CardStatus from, CardStatus to) {
        return switch (to) {
            case LOST, STOLEN -> Optional.of(FileAction.ADD);
            case INACTIVE, ACTIVE, LOCKED -> listed(from) ? Optional.of(FileAction.DELETE) : Optional.empty();
            case EXPIRED, CLOSED -> Optional.empty();
        };
    }

    private static boolean listed(CardStatus status) {
        return status == LOST || status == STOLEN;
    }

    /** Whether the card is past its date: it is good through the last day of its month. */
    public static boolean expired(YearMonth expiry, LocalDate today) {
        return today.isAfter(expiry.atEndOfMonth());
    }

    /** Whether a PIN may no longer be tried. */
    public static boolean pinTriesExceeded(int failures) {
        return failures >= MAX_PIN_FAILURES;
    }
}
