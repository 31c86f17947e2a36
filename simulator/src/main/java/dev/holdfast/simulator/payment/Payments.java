package dev.holdfast.simulator.payment;

import dev.holdfast.simulator.population.AccountPlan;
import dev.holdfast.simulator.population.Amounts;
import dev.holdfast.simulator.population.Population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws payments, one after the other; the n-th follows from the seed alone. */
public final class Payments {

    /** Distinct references of accounts that do not exist. */
    private static final int MISSING_ACCOUNTS = 16;

    private final Population population;
    private final PaymentOptions options;
    private final long seed;
    private final RandomGenerator random;
    private final Amounts amounts;
    private final List<LifeKind> ordinary = kinds(false);
    private final List<LifeKind> refused = kinds(true);
    private long count;

    public Payments(Population population, PaymentOptions options, long seed) {
        this.population = population;
        this.options = options;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.amounts = new Amounts(random);
    }

    public Payment next() {
        LifeKind kind = choose(random.nextDouble() < options.refusedShare() ? refused : ordinary);
        AccountPlan account = population.draw(random);
        List<Step> steps = kind.steps(new Draft(account, amounts, random));
        String ref = kind == LifeKind.UNKNOWN_ACCOUNT
                ? "acc-" + population.runId() + "-missing-" + random.nextInt(MISSING_ACCOUNTS)
                : account.ref();
        return new Payment("pay-" + population.runId() + "-" + count++, kind, ref, steps, offsets(steps.size()));
    }

    /** Whether an operation is delivered more than once; follows from its key, whatever else happens. */
    public Duplicate duplicateOf(String key) {
        double draw = new SplittableRandom(seed ^ (long) key.hashCode() << 17).nextDouble();
        if (draw >= options.duplicateShare()) {
            return Duplicate.NONE;
        }
        return draw < options.duplicateShare() / 2 ? Duplicate.TOGETHER : Duplicate.LATER;
    }

    private List<Long> offsets(int count) {
        List<Long> offsets = new ArrayList<>(count);
        long offset = 0;
        for (int i = 0; i < count; i++) {
            offsets.add(offset);
            offset += (long) (random.nextExponential() * options.stepGap().toNanos());
        }
        return offsets;
    }

    private LifeKind choose(List<LifeKind> kinds) {
        double left = random.nextDouble()
                * kinds.stream().mapToDouble(LifeKind::weight).sum();
        for (LifeKind kind : kinds) {
            left -= kind.weight();
            if (left < 0) {
                return kind;
            }
        }
        return kinds.get(kinds.size() - 1);
    }

    private static List<LifeKind> kinds(boolean refused) {
        return Arrays.stream(LifeKind.values())
                .filter(kind -> kind.meantToBeRefused() == refused)
                .toList();
    }
}
