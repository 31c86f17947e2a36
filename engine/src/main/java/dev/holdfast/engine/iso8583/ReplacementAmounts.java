package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.OptionalLong;

/**
 * DE95: what is left of the original after a reversal, the new final total and not the amount taken back. All zeros mean a
 * full reversal.
 *
 * @param transaction minor units of DE49's currency
 * @param settlement minor units of DE50's currency
 * @param billing minor units of DE51's currency; empty in dialects that do not carry it
 */
public record ReplacementAmounts(long transaction, long settlement, OptionalLong billing) {

    private static final int DIGITS = 12;

    /** Returns DE95, or null if the message has none. */
    public static @Nullable ReplacementAmounts of(Message message) {
        String text = message.find(95);
        if (text == null) {
            return null;
        }
        boolean hasBilling = message.profile() == Profiles.MASTERCARD_STYLE;
        return new ReplacementAmounts(
                amount(text, 0), amount(text, 1), hasBilling ? OptionalLong.of(amount(text, 2)) : OptionalLong.empty());
    }

    private static long amount(String text, int index) {
        return Long.parseLong(text, index * DIGITS, (index + 1) * DIGITS, 10);
    }

    /** Whether nothing is left of the original. */
    public boolean isFull() {
        return transaction == 0 && settlement == 0 && billing.orElse(0) == 0;
    }
}
