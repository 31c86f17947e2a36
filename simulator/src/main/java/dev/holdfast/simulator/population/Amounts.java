package dev.holdfast.simulator.population;

import dev.holdfast.simulator.money.Amount;

import java.util.Currency;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Amounts that look like card purchases: log-normal around a price level, with spikes at the prices shops like. */
public final class Amounts {

    /** Rough units per US dollar. Only the order of magnitude matters: a yen purchase is not a cent purchase. */
    private static final Map<String, Double> PER_DOLLAR =
            Map.of("USD", 1.0, "SGD", 1.35, "PHP", 57.0, "JPY", 150.0, "BHD", 0.38, "EUR", 0.92, "IDR", 16_000.0);

    /** Share of purchases at a round price or just below one. */
    private static final double ROUND_SHARE = 0.25;

    /** Spread of the logarithm: 5 % of purchases cost more than 5 times the median. */
    private static final double SIGMA = 1.0;

    /** No single purchase above this, in dollars, so that one draw cannot empty every account. */
    private static final double HIGHEST_DOLLARS = 5_000;

    private final RandomGenerator random;

    public Amounts(RandomGenerator random) {
        this.random = random;
    }

    /** Draws an amount whose median is worth the given dollars; at least 4 minor units, so that it can be split. */
    public Amount purchase(Currency currency, double medianDollars) {
        double dollars = Math.min(medianDollars * Math.exp(SIGMA * random.nextGaussian()), HIGHEST_DOLLARS);
        double major = dollars * perDollar(currency);
        double minorPerMajor = Math.pow(10, currency.getDefaultFractionDigits());
        long minor = Math.round(major * minorPerMajor);
        if (random.nextDouble() < ROUND_SHARE) {
            long round = Math.max(1, Math.round(major)) * Math.round(minorPerMajor);
            minor = random.nextBoolean() ? round : round - Math.round(minorPerMajor / 100);
        }
        return new Amount(Math.max(4, minor), currency);
    }

    /** Exactly this many dollars' worth, rounded to the minor unit. */
    public static Amount worth(Currency currency, double dollars) {
        double minor = dollars * perDollar(currency) * Math.pow(10, currency.getDefaultFractionDigits());
        return new Amount(Math.round(minor), currency);
    }

    private static double perDollar(Currency currency) {
        return PER_DOLLAR.getOrDefault(currency.getCurrencyCode(), 1.0);
    }
}
