package dev.holdfast.engine.network;

import java.util.Locale;

/** What somebody should know about a message that was taken. */
public enum Flag {
    /** The payment was found by card, merchant and amount alone. */
    GUESSED,
    /** No payment was found; the message moved nothing. */
    UNMATCHED,
    /** Nothing was authorized: the money is in suspense until the authorization turns up. */
    UNAUTHORIZED,
    /** More was taken than approved and tolerated: a potential chargeback. */
    OVER_CAPTURED,
    /** The payment had expired. */
    AFTER_EXPIRY,
    /** It takes back what has been captured; that part was refused. */
    OVER_REVERSED,
    /** The payment knew it already: another message said the same. */
    KNOWN_BEFORE,
    /** An authorization was approved that its payment had taken before. */
    COVERED_BEFORE,
    /** It names two payments, which turned out to be one and are from now on. */
    JOINED,
    /** It came before what it refers to. */
    AHEAD_OF_ORIGINAL,
    /** It would take back what another process answered to a repeat; that stands. */
    ANSWERED_ELSEWHERE,
    /** The clock spoke too early, or of what is over already; it may speak again, so nothing is kept of it. */
    NOT_DUE,
    /** A shadow control would have declined it. */
    SHADOW_DECLINED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none */
    public static Flag ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
