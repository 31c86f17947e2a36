package dev.holdfast.simulator.network.dialect;

import dev.holdfast.engine.iso8583.MessageBuilder;

import java.util.Currency;
import java.util.Locale;

/**
 * What a merchant abroad charges. Its currency has two decimals, and two of its minor units are one of the card's: any rate
 * will do, because the issuer is to go by the billing amount.
 */
final class Abroad {

    private static final long RATE = 2;
    private static final String USUAL = "840";
    private static final String OTHER = "978";

    /** The largest DE4. */
    private static final long MOST_MINOR = 999_999_999_999L;

    private Abroad() {}

    /** Returns the transaction amount of a billing amount. */
    static long transaction(long billingMinor) {
        return Math.min(MOST_MINOR, RATE * billingMinor);
    }

    static void write(long billingMinor, Currency billing, MessageBuilder message) {
        String home = Currencies.numeric(billing);
        message.set(4, transaction(billingMinor))
                .set(6, billingMinor)
                .set(10, rate(billing))
                .set(49, home.equals(USUAL) ? OTHER : USUAL)
                .set(51, home);
    }

    /**
     * DE10, the rate between major units: how many decimals, and seven digits. A half for two decimals, 50 for none, 0.05
     * for three.
     */
    private static String rate(Currency billing) {
        int decimals = Math.max(0, billing.getDefaultFractionDigits() - 1);
        int digits = billing.getDefaultFractionDigits() == 0 ? 50 : 5;
        return String.format(Locale.ROOT, "%d%07d", decimals, digits);
    }
}
