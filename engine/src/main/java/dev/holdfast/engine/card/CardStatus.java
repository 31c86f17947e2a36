package dev.holdfast.engine.card;

import java.util.Locale;

/** What a card may be used for. Expiry by date is not among them: it is computed when it is asked. */
public enum CardStatus {
    /** Issued, not yet activated by the cardholder. */
    INACTIVE,
    ACTIVE,
    /** Out of use for a while, by the cardholder or the issuer. */
    LOCKED,
    LOST,
    STOLEN,
    /** Ended before its date, such as by a replacement. */
    EXPIRED,
    CLOSED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** How the database and callers spell it. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException if there is no such status */
    public static CardStatus ofLabel(String label) {
        for (CardStatus status : values()) {
            if (status.label.equals(label)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no such card status");
    }
}
