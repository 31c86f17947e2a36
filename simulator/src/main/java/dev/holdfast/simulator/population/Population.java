package dev.holdfast.simulator.population;

import dev.holdfast.simulator.money.Amount;

import java.util.Currency;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The accounts of a run. Each follows from the seed and its index alone, so none needs to be kept. */
public final class Population {

    private static final double CREDIT_SHARE = 0.2;
    private static final double CREDIT_DOLLARS = 200;
    private static final double PROMO_SHARE = 0.3;

    /** Odd constant of the golden ratio: spreads neighbouring indexes over the seeds. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final PopulationOptions options;
    private final ZipfRanks ranks;

    public Population(PopulationOptions options) {
        this.options = options;
        this.ranks = new ZipfRanks(options.accounts(), options.zipfExponent());
    }

    public int size() {
        return options.accounts();
    }

    public String runId() {
        return options.runId();
    }

    /** The account at an index from 0; the lower the index, the more it is used. */
    public AccountPlan plan(int index) {
        RandomGenerator random = new SplittableRandom(options.seed() ^ (index + 1) * SPREAD);
        Currency currency = options.currencies().choose(random);
        double creditDollars = random.nextDouble() < CREDIT_SHARE ? CREDIT_DOLLARS : 0;
        boolean promo = random.nextDouble() < PROMO_SHARE;
        Amount funding = Amounts.worth(currency, options.fundingDollars());
        return new AccountPlan(
                "acc-" + options.runId() + "-" + index, Amounts.worth(currency, creditDollars), funding, promo);
    }

    /** Draws an account with the Zipf distribution of the options. */
    public AccountPlan draw(RandomGenerator random) {
        return plan(ranks.draw(random));
    }
}
