package dev.holdfast.simulator.population;

import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The currencies of accounts, by weight. Weights are relative; they need not add up to anything.
 *
 * @param weights weight by ISO 4217 code, from 1 to 16 of them
 */
public record CurrencyMix(Map<String, Double> weights) {

    private static final int MOST_CURRENCIES = 16;

    /** Mostly two decimals, with some yen (none) and dinars (three), which find mistakes that cents do not. */
    public static final CurrencyMix DEFAULT =
            new CurrencyMix(Map.of("SGD", 50.0, "PHP", 25.0, "USD", 10.0, "JPY", 10.0, "BHD", 5.0));

    public CurrencyMix {
        if (weights.isEmpty() || weights.size() > MOST_CURRENCIES) {
            throw new IllegalArgumentException("a mix has from 1 to " + MOST_CURRENCIES + " currencies");
        }
        weights.forEach((code, weight) -> {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)
                    || Currency.getInstance(code).getDefaultFractionDigits() < 0) {
                throw new IllegalArgumentException("not a usable currency and weight: " + code + " " + weight);
            }
        });
        // Sorted, because the choice below must not depend on a hash map's order.
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    Currency choose(RandomGenerator random) {
        double sum = 0;
        for (double weight : weights.values()) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        String chosen = "";
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            chosen = entry.getKey();
            left -= entry.getValue();
            if (left < 0) {
                break;
            }
        }
        return Currency.getInstance(chosen);
    }
}
