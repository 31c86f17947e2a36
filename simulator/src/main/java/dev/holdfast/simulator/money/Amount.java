package dev.holdfast.simulator.money;

import java.util.Currency;

/**
 * An exact amount of one currency, as the wire has it.
 *
 * @param minor whole minor units (cents, yen, fils); negative for an overdrawn balance
 * @param currency what the units are
 */
public record Amount(long minor, Currency currency) {

    /** What a balance may hold at most, in minor units: the largest round number below 2^53. */
    public static final long MAX_MINOR = 9_000_000_000_000_000L;

    /** Decimals of one major unit: 2 for PHP, 0 for JPY, 3 for BHD. */
    public int digits() {
        return currency.getDefaultFractionDigits();
    }

    public String code() {
        return currency.getCurrencyCode();
    }

    public Amount plus(long moreMinor) {
        return new Amount(Math.addExact(minor, moreMinor), currency);
    }

    /**
     * Reads decimal major units that have exactly the currency's decimals, as the server must write them.
     *
     * @throws NumberFormatException if the text is anything else: exponent form, too few or too many decimals
     */
    public static Amount parse(String text, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (decimals != digits || point == 0 || (point > 0 && digits == 0)) {
            throw new NumberFormatException(
                    text + " does not have the " + digits + " decimals of " + currency.getCurrencyCode());
        }
        String whole = point < 0 ? text : text.substring(0, point) + text.substring(point + 1);
        return new Amount(Long.parseLong(whole), currency);
    }

    /** Appends the decimal form, such as 120.10; no allocation, because the load path calls it for each request. */
    public void appendTo(StringBuilder out) {
        int digits = digits();
        if (digits == 0) {
            out.append(minor);
            return;
        }
        long magnitude = Math.abs(minor);
        long scale = 1;
        for (int i = 0; i < digits; i++) {
            scale *= 10;
        }
        if (minor < 0) {
            out.append('-');
        }
        out.append(magnitude / scale).append('.');
        long fraction = magnitude % scale;
        for (long unit = scale / 10; unit > 0; unit /= 10) {
            out.append((char) ('0' + fraction / unit % 10));
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(24);
        appendTo(text);
        return text.append(' ').append(code()).toString();
    }
}
