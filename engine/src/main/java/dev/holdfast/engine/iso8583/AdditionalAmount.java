package dev.holdfast.engine.iso8583;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One group of DE54.
 *
 * @param accountType two digits, 00 if none is named
 * @param amountType two digits: 01 ledger balance, 02 available balance, 40 cash part, 57 original amount
 * @param currency ISO 4217 numeric code, three digits
 * @param isCredit whether the amount is in the cardholder's favour
 * @param minor of the currency's minor units, below 10^12
 */
public record AdditionalAmount(String accountType, String amountType, String currency, boolean isCredit, long minor) {

    private static final int WIDTH = 20;

    /** Returns the groups of DE54 in order, none if the message has no DE54. */
    public static List<AdditionalAmount> of(Message message) {
        String text = message.find(54);
        return text == null
                ? List.of()
                : IntStream.range(0, text.length() / WIDTH)
                        .mapToObj(index -> parse(text.substring(index * WIDTH, (index + 1) * WIDTH)))
                        .toList();
    }

    private static AdditionalAmount parse(String group) {
        return new AdditionalAmount(
                group.substring(0, 2),
                group.substring(2, 4),
                group.substring(4, 7),
                group.charAt(7) == 'C',
                Long.parseLong(group, 8, WIDTH, 10));
    }

    /** Returns the 20 characters. DE54 is the groups one behind the other. */
    public String text() {
        String digits = Long.toString(minor);
        String zeros = "0".repeat(Math.max(0, WIDTH - 8 - digits.length()));
        return accountType + amountType + currency + (isCredit ? 'C' : 'D') + zeros + digits;
    }
}
