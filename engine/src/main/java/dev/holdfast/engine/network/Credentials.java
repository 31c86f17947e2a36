package dev.holdfast.engine.network;

import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.hsm.PinVerdict;
import org.jspecify.annotations.Nullable;

import java.time.YearMonth;

/**
 * What a request says of the card, once its secrets have been checked and left behind.
 *
 * @param expiry DE14; null if the message has none
 * @param cvv the card verification value of the stripe, the chip or the print, whichever was given
 * @param pin null if no PIN was given
 * @param address what the cardholder says to live at; null if no address is to be verified
 */
public record Credentials(
        @Nullable YearMonth expiry,
        Check cvv,
        @Nullable PinVerdict pin,
        @Nullable BillingAddress address) {

    /** Of a message without any. */
    public static final Credentials NONE = new Credentials(null, Check.NOT_GIVEN, null, null);

    /** What a check found. */
    public enum Check {
        MATCH,
        MISMATCH,
        NOT_GIVEN
    }
}
