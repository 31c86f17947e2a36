package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One rule of a control set. */
public sealed interface Rule {

    /** Conditions that one rule may have. */
    int MAX_CONDITIONS = 10;

    /** Unique in its set; what a decision quotes. */
    String name();

    /** Every reason for which the purchase breaks the rule; none if it does not. */
    Set<ControlReason> broken(Purchase purchase, Spending spending);

    /**
     * Refuses what all conditions hold for.
     *
     * @param when at least one
     */
    record Block(String name, List<Condition> when) implements Rule {

        public Block {
            when = bounded(when);
            if (when.isEmpty()) {
                throw new IllegalArgumentException("a rule that blocks needs a condition");
            }
        }

        @Override
        public Set<ControlReason> broken(Purchase purchase, Spending spending) {
            if (!Condition.allHold(when, purchase)) {
                return Set.of();
            }
            return Set.of(when.size() == 1 ? when.get(0).whenBlocked(purchase) : ControlReason.COMBINATION_BLOCKED);
        }
    }

    /**
     * Refuses what {@code only} does not hold for.
     *
     * @param when the purchases that the rule is about: those for which all hold; all purchases if there are none
     */
    record AllowOnly(String name, List<Condition> when, Condition only) implements Rule {

        public AllowOnly {
            when = bounded(when);
        }

        @Override
        public Set<ControlReason> broken(Purchase purchase, Spending spending) {
            boolean passes = !Condition.allHold(when, purchase) || only.holds(purchase);
            return passes ? Set.of() : Set.of(only.whenNotAllowed(purchase));
        }
    }

    /**
     * Refuses a purchase of more than {@code max}, and one that is billed in another currency.
     *
     * @param when the purchases that the rule is about: those for which all hold; all purchases if there are none
     */
    record AmountLimit(String name, List<Condition> when, Money max) implements Rule {

        public AmountLimit {
            when = bounded(when);
            requireLimit(max);
        }

        @Override
        public Set<ControlReason> broken(Purchase purchase, Spending spending) {
            if (!Condition.allHold(when, purchase)) {
                return Set.of();
            }
            if (!purchase.amount().currency().equals(max.currency())) {
                return Set.of(ControlReason.LIMIT_IN_OTHER_CURRENCY);
            }
            return purchase.amount().minor() > max.minor() ? Set.of(ControlReason.AMOUNT_EXCEEDED) : Set.of();
        }
    }

    /**
     * Refuses a purchase that would make more than {@code maxCount} or spend more than {@code maxMinor} in a window, and
     * one that the counter is about but cannot count, because it is billed in another currency.
     *
     * @param maxCount at most 1,000 for a sliding window; null for no limit but the window's own
     * @param maxMinor minor units of the counter's currency; null for no limit
     */
    record VelocityLimit(
            String name,
            Counter counter,
            @Nullable Long maxCount,
            @Nullable Long maxMinor) implements Rule {

        /** Leaves room among {@link Window#MAX_BUCKETS} for forced movements. */
        static final long MAX_SLIDING_COUNT = 1_000;

        public VelocityLimit {
            if (maxCount == null && maxMinor == null) {
                throw new IllegalArgumentException("a velocity limit needs a count or an amount");
            }
            if (maxMinor != null) {
                requireLimit(new Money(maxMinor, counter.currency()));
            }
            boolean sliding = counter.window() instanceof Window.Sliding;
            if (maxCount != null && (maxCount < 0 || (sliding && maxCount > MAX_SLIDING_COUNT))) {
                throw new IllegalArgumentException("a count is not negative, and at most 1000 in a sliding window");
            }
        }

        @Override
        public Set<ControlReason> broken(Purchase purchase, Spending spending) {
            Tally asked = purchase.counted();
            if (!counter.concerns(purchase) || asked.equals(Tally.ZERO)) {
                return Set.of();
            }
            if (!counter.counts(purchase)) {
                return Set.of(ControlReason.LIMIT_IN_OTHER_CURRENCY);
            }
            boolean card = counter.scope() == Scope.CARD;
            CounterKey key = counter.keyFor(purchase);
            if (spending.fullAt(key, purchase.at())) {
                return Set.of(card ? ControlReason.CARD_WINDOW_FULL : ControlReason.ACCOUNT_WINDOW_FULL);
            }
            Tally used = spending.usedAt(key, purchase.at());
            Set<ControlReason> broken = EnumSet.noneOf(ControlReason.class);
            if (maxMinor != null && asked.minor() > maxMinor - used.minor()) {
                broken.add(card ? ControlReason.CARD_SPEND_EXCEEDED : ControlReason.ACCOUNT_SPEND_EXCEEDED);
            }
            if (maxCount != null && asked.count() > 0 && used.count() >= maxCount) {
                broken.add(card ? ControlReason.CARD_COUNT_EXCEEDED : ControlReason.ACCOUNT_COUNT_EXCEEDED);
            }
            return broken;
        }
    }

    static List<Condition> bounded(List<Condition> conditions) {
        requireBounded(conditions.size());
        return List.copyOf(conditions);
    }

    static void requireBounded(int conditions) {
        if (conditions > MAX_CONDITIONS) {
            throw new IllegalArgumentException("a rule has at most " + MAX_CONDITIONS + " conditions");
        }
    }

    private static void requireLimit(Money max) {
        if (max.minor() < 0 || max.minor() > Money.MAX_MINOR) {
            throw new IllegalArgumentException("a limit is 0 to " + Money.MAX_MINOR + " minor units");
        }
    }
}
