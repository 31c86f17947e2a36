package dev.holdfast.simulator.operation;

import java.util.Locale;

/** What can be asked of the server for an account: the ledger's eight operations and the two changes of status. */
public enum Operation {
    DEBIT_BALANCE(Target.BALANCE, Answers.BALANCE),
    CREDIT_BALANCE(Target.BALANCE, Answers.BALANCE),
    HOLD_BALANCE(Target.HOLD, Answers.HOLD_AND_AVAILABLE),
    RESTORE_BALANCE(Target.HOLD, Answers.BALANCE),
    DEBIT_HOLD_BALANCE(Target.HOLD, Answers.HOLD),
    CREDIT_HOLD_BALANCE(Target.HOLD, Answers.HOLD),
    DEPOSIT(Target.BALANCE, Answers.BALANCE),
    WITHDRAWAL(Target.BALANCE, Answers.BALANCE),
    DEACTIVATE(Target.ACCOUNT, Answers.STATUS),
    ACTIVATE(Target.ACCOUNT, Answers.STATUS);

    /** What a request may name besides its account. */
    public enum Target {
        BALANCE,
        HOLD,
        ACCOUNT
    }

    /** Which reference and which balance an answer carries. */
    public enum Answers {
        /** {@code tenant_balance_ref} and {@code available_balance}. */
        BALANCE,
        /** {@code tenant_hold_balance_ref} and {@code available_balance}. */
        HOLD_AND_AVAILABLE,
        /** {@code tenant_hold_balance_ref} and {@code hold_balance}. */
        HOLD,
        /** The account; {@code status} is what counts. */
        STATUS
    }

    private final Target target;
    private final Answers answers;
    private final String wireName;

    Operation(Target target, Answers answers) {
        this.target = target;
        this.answers = answers;
        this.wireName = name().toLowerCase(Locale.ROOT);
    }

    public Target target() {
        return target;
    }

    public Answers answers() {
        return answers;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether the request carries an idempotency key; a change of status is idempotent by itself. */
    public boolean hasKey() {
        return target != Target.ACCOUNT;
    }

    /** Whether the tenant asks for it on the account's own routes, rather than Open Fabric. */
    public boolean onAccountRoute() {
        return this == DEPOSIT || this == WITHDRAWAL || target == Target.ACCOUNT;
    }
}
