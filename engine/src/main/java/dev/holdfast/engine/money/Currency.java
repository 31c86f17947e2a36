package dev.holdfast.engine.money;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An ISO 4217 currency.
 *
 * @param code the three-letter alphabetic code, upper case
 * @param digits decimals of one major unit: 2 for PHP, 0 for JPY, 3 for BHD
 */
public record Currency(String code, int digits) {

    /** Currencies without a minor unit of their own (gold, test codes) carry -1 digits in the JDK and are left out. */
    private static final Map<String, Currency> KNOWN = java.util.Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(
                    java.util.Currency::getCurrencyCode,
                    currency -> new Currency(currency.getCurrencyCode(), currency.getDefaultFractionDigits())));

    /** By three-digit number. Some that are long gone share theirs; which of those is found does not matter. */
    private static final Map<String, Currency> BY_NUMBER = java.util.Currency.getAvailableCurrencies().stream()
            .filter(currency -> KNOWN.containsKey(currency.getCurrencyCode()))
            .sorted(Comparator.comparing(java.util.Currency::getCurrencyCode))
            .collect(Collectors.toUnmodifiableMap(
                    java.util.Currency::getNumericCodeAsString,
                    currency -> of(currency.getCurrencyCode()),
                    (one, other) -> one));

    private static final Map<String, String> NUMBERS = java.util.Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(
                    java.util.Currency::getCurrencyCode, java.util.Currency::getNumericCodeAsString));

    /** Returns the currency with this three-digit number, or empty if ISO 4217 has none. */
    public static Optional<Currency> ofNumber(String number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /** Returns the three-digit number. */
    public String number() {
        return Objects.requireNonNull(NUMBERS.get(code));
    }

    /** Returns the currency with this upper-case code, or empty if ISO 4217 has none. */
    public static Optional<Currency> find(String code) {
        return Optional.ofNullable(KNOWN.get(code));
    }

    /**
     * Returns the currency with this upper-case code.
     *
     * @throws IllegalArgumentException if ISO 4217 has none
     */
    public static Currency of(String code) {
        Currency known = KNOWN.get(code);
        if (known == null) {
            throw new IllegalArgumentException("not an ISO 4217 currency code");
        }
        return known;
    }

    @Override
    public String toString() {
        return code;
    }
}
