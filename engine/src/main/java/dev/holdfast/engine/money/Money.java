package dev.holdfast.engine.money;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An exact amount of one currency.
 *
 * @param minor whole minor units (cents, yen, fils); may be negative for a balance
 * @param currency what the units are
 */
public record Money(long minor, Currency currency) {

    /** Largest amount of one movement: the largest round number below 2^53, exact in every JSON reader. */
    public static final long MAX_MINOR = 9_000_000_000_000_000L;

    /** Beyond this many digits a decimal cannot be a valid amount; checked first, so that 1e999999999 costs nothing. */
    private static final int MAX_PRECISION = 40;

    /** Says what is wrong with a decimal major-unit amount of a movement, which must be positive. */
    public static Optional<AmountProblem> problemWithAmount(BigDecimal major, Currency currency) {
        return major.signum() <= 0 ? Optional.of(AmountProblem.NOT_POSITIVE) : problemWithSize(major, currency);
    }

    /** Says what is wrong with a decimal major-unit limit, which may be zero. */
    public static Optional<AmountProblem> problemWithLimit(BigDecimal major, Currency currency) {
        return major.signum() < 0 ? Optional.of(AmountProblem.NEGATIVE) : problemWithSize(major, currency);
    }

    private static Optional<AmountProblem> problemWithSize(BigDecimal major, Currency currency) {
        if (major.signum() == 0) {
            return Optional.empty();
        }
        long integerDigits = (long) major.precision() - major.scale();
        if (integerDigits > MAX_PRECISION) {
            return Optional.of(AmountProblem.TOO_LARGE);
        }
        if (integerDigits < -MAX_PRECISION || major.precision() > MAX_PRECISION * 2) {
            return Optional.of(AmountProblem.TOO_PRECISE);
        }
        BigDecimal minor = major.movePointRight(currency.digits());
        if (minor.compareTo(BigDecimal.valueOf(MAX_MINOR)) > 0) {
            return Optional.of(AmountProblem.TOO_LARGE);
        }
        boolean whole = minor.stripTrailingZeros().scale() <= 0;
        return whole ? Optional.empty() : Optional.of(AmountProblem.TOO_PRECISE);
    }

    /**
     * Converts decimal major units exactly.
     *
     * @throws ArithmeticException if the value has more decimals than the currency, or exceeds a {@code long}
     */
    public static Money ofMajor(BigDecimal major, Currency currency) {
        long minor = major.signum() == 0
                ? 0
                : major.movePointRight(currency.digits()).longValueExact();
        return new Money(minor, currency);
    }

    /** Decimal major units with exactly the currency's decimals, such as 120.10. */
    public BigDecimal toMajor() {
        return BigDecimal.valueOf(minor, currency.digits());
    }

    @Override
    public String toString() {
        return toMajor().toPlainString() + " " + currency.code();
    }
}
