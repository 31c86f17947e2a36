package dev.holdfast.simulator.payment;

import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.population.AccountPlan;
import dev.holdfast.simulator.population.Amounts;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.random.RandomGenerator;

/** Collects the steps of one life, and draws what its amounts are. All amounts are in minor units of the account. */
final class Draft {

    private static final double PURCHASE_DOLLARS = 25;
    private static final double PREAUTHORIZATION_DOLLARS = 60;
    private static final double TOP_UP_DOLLARS = 450;

    private final AccountPlan account;
    private final Amounts amounts;
    private final RandomGenerator random;
    private final List<Step> steps = new ArrayList<>(4);

    Draft(AccountPlan account, Amounts amounts, RandomGenerator random) {
        this.account = account;
        this.amounts = amounts;
        this.random = random;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    long purchase() {
        return amounts.purchase(account.currency(), PURCHASE_DOLLARS).minor();
    }

    long preauthorization() {
        return amounts.purchase(account.currency(), PREAUTHORIZATION_DOLLARS).minor();
    }

    /** About what an account spends between two top-ups. */
    long topUp() {
        return Amounts.worth(account.currency(), TOP_UP_DOLLARS).minor();
    }

    /** More than any account ever has. */
    long fortune() {
        return Amounts.worth(account.currency(), 50_000_000).minor();
    }

    /** Part of an amount: at least one minor unit, less than the whole. */
    long part(long whole) {
        return 1 + random.nextLong(whole - 1);
    }

    boolean hasPromo() {
        return account.promo();
    }

    Draft debit(long minor) {
        return add(Operation.DEBIT_BALANCE, minor, Naming.NOTHING);
    }

    /** A debit that the network imposes: it names the balance. */
    Draft forcedDebit(long minor, Naming balance) {
        return add(Operation.DEBIT_BALANCE, minor, balance);
    }

    Draft credit(long minor, Naming balance) {
        return add(Operation.CREDIT_BALANCE, minor, balance);
    }

    Draft hold(long minor) {
        return add(Operation.HOLD_BALANCE, minor, Naming.NOTHING);
    }

    Draft increment(long minor) {
        return add(Operation.HOLD_BALANCE, minor, Naming.HOLD_ANSWERED);
    }

    Draft capture(long minor) {
        return add(Operation.DEBIT_HOLD_BALANCE, minor, Naming.HOLD_ANSWERED);
    }

    Draft reverseCapture(long minor) {
        return add(Operation.CREDIT_HOLD_BALANCE, minor, Naming.HOLD_ANSWERED);
    }

    Draft restore(long minor) {
        return add(Operation.RESTORE_BALANCE, minor, Naming.HOLD_ANSWERED);
    }

    /** Releases whatever remains: no amount, as for an expiry. */
    Draft restoreRest(Step.Flow flow) {
        return add(Operation.RESTORE_BALANCE, null, Naming.HOLD_ANSWERED, flow);
    }

    Draft add(Operation operation, long minor, Naming naming) {
        return add(operation, new Amount(minor, account.currency()), naming, Step.Flow.NORMAL);
    }

    Draft add(Operation operation, @Nullable Amount amount, Naming naming, Step.Flow flow) {
        steps.add(new Step(operation, amount, naming, flow));
        return this;
    }

    /** An amount in a currency that the account does not have. */
    Amount foreign(long minor) {
        String other = account.currency().getCurrencyCode().equals("EUR") ? "USD" : "EUR";
        return new Amount(minor, Currency.getInstance(other));
    }

    Amount own(long minor) {
        return new Amount(minor, account.currency());
    }
}
