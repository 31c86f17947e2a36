package dev.holdfast.simulator.model;

import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

import static dev.holdfast.simulator.model.RefusalCode.ACCOUNT_INACTIVE;
import static dev.holdfast.simulator.model.RefusalCode.BALANCE_LIMIT_EXCEEDED;
import static dev.holdfast.simulator.model.RefusalCode.BALANCE_REF_NOT_FOUND;
import static dev.holdfast.simulator.model.RefusalCode.CURRENCY_MISMATCH;
import static dev.holdfast.simulator.model.RefusalCode.HOLD_AMOUNT_EXCEEDED;
import static dev.holdfast.simulator.model.RefusalCode.HOLD_CLOSED;
import static dev.holdfast.simulator.model.RefusalCode.HOLD_NOT_FOUND;
import static dev.holdfast.simulator.model.RefusalCode.INSUFFICIENT_BALANCE;

/** The rules of the eight operations: each refusal in its order of precedence, then the movement. */
final class Ledger {

    private Ledger() {}

    static Prediction decide(ModelAccount account, Call call) {
        Operation operation = call.operation();
        if (operation.target() == Operation.Target.ACCOUNT) {
            account.setActive(operation == Operation.ACTIVATE);
            return new Prediction.Applied(account.isActive() ? "active" : "inactive", null, null);
        }
        String target = call.target();
        boolean onHold = operation.target() == Operation.Target.HOLD && target != null;
        ModelHold hold = onHold ? account.hold(Objects.requireNonNull(target)) : null;
        ModelBalance balance = hold != null
                ? hold.balance()
                : account.balance(operation.target() == Operation.Target.BALANCE ? target : null);
        if (!account.isActive() && needsActiveAccount(call)) {
            return refused(ACCOUNT_INACTIVE, call, balance, hold);
        }
        if (balance == null) {
            return refused(BALANCE_REF_NOT_FOUND, call, null, null);
        }
        if (onHold && hold == null) {
            return refused(HOLD_NOT_FOUND, call, null, null);
        }
        if (call.amount() != null && !call.amount().currency().equals(balance.currency())) {
            return refused(CURRENCY_MISMATCH, call, balance, hold);
        }
        RefusalCode refusal =
                hold == null ? refusalOnBalance(call, balance) : refusalOnHold(operation, call, hold, balance);
        return refusal == null ? applied(account, call, balance, hold) : refused(refusal, call, balance, hold);
    }

    /** What the network has begun still settles on an inactive account; new spending and top-ups do not. */
    private static boolean needsActiveAccount(Call call) {
        return switch (call.operation()) {
            case HOLD_BALANCE, DEPOSIT, WITHDRAWAL -> true;
            case DEBIT_BALANCE -> !forced(call);
            case CREDIT_BALANCE, RESTORE_BALANCE, DEBIT_HOLD_BALANCE, CREDIT_HOLD_BALANCE, DEACTIVATE, ACTIVATE ->
                false;
        };
    }

    /** A debit that names its balance is imposed by the network and posts whatever is available. */
    private static boolean forced(Call call) {
        return call.target() != null;
    }

    private static @Nullable RefusalCode refusalOnBalance(Call call, ModelBalance balance) {
        return switch (call.operation()) {
            case HOLD_BALANCE, WITHDRAWAL -> balance.covers(call.minor()) ? null : INSUFFICIENT_BALANCE;
            case DEBIT_BALANCE -> forced(call) || balance.covers(call.minor()) ? null : INSUFFICIENT_BALANCE;
            case CREDIT_BALANCE, DEPOSIT -> balance.hasRoomFor(call.minor()) ? null : BALANCE_LIMIT_EXCEEDED;
            case RESTORE_BALANCE, DEBIT_HOLD_BALANCE, CREDIT_HOLD_BALANCE, DEACTIVATE, ACTIVATE ->
                throw new IllegalStateException(call.operation() + " does not act on a balance alone");
        };
    }

    private static @Nullable RefusalCode refusalOnHold(
            Operation operation, Call call, ModelHold hold, ModelBalance balance) {
        if (operation == Operation.CREDIT_HOLD_BALANCE) {
            return null;
        }
        if (!hold.isOpen()) {
            return HOLD_CLOSED;
        }
        if (operation == Operation.HOLD_BALANCE) {
            return balance.covers(call.minor()) ? null : INSUFFICIENT_BALANCE;
        }
        return call.minor() > hold.remaining() ? HOLD_AMOUNT_EXCEEDED : null;
    }

    private static Prediction applied(ModelAccount account, Call call, ModelBalance balance, @Nullable ModelHold hold) {
        long minor = call.minor();
        switch (call.operation()) {
            case DEBIT_BALANCE -> balance.settle(-minor);
            case CREDIT_BALANCE -> balance.settle(minor);
            case DEPOSIT -> balance.fund(minor);
            case WITHDRAWAL -> balance.fund(-minor);
            case HOLD_BALANCE, RESTORE_BALANCE, DEBIT_HOLD_BALANCE, CREDIT_HOLD_BALANCE -> {
                return appliedOnHold(account, call, balance, hold);
            }
            case DEACTIVATE, ACTIVATE -> throw new IllegalStateException("decided before");
        }
        return new Prediction.Applied(balance.ref(), balance.availableAmount(), null);
    }

    private static Prediction appliedOnHold(
            ModelAccount account, Call call, ModelBalance balance, @Nullable ModelHold hold) {
        if (hold == null) {
            ModelHold opened = account.open(balance, call.minor());
            return new Prediction.Applied(null, balance.availableAmount(), opened);
        }
        switch (call.operation()) {
            case HOLD_BALANCE -> hold.authorize(call.minor());
            case RESTORE_BALANCE -> hold.release(call.amount() == null ? hold.remaining() : call.minor());
            case DEBIT_HOLD_BALANCE -> hold.capture(call.minor());
            case CREDIT_HOLD_BALANCE -> hold.uncapture(call.minor());
            default -> throw new IllegalStateException(call.operation() + " does not act on a hold");
        }
        return new Prediction.Applied(ref(call, balance, hold), figure(call, balance, hold), null);
    }

    private static Prediction refused(
            RefusalCode code, Call call, @Nullable ModelBalance balance, @Nullable ModelHold hold) {
        return new Prediction.Refused(code, ref(call, balance, hold), figure(call, balance, hold));
    }

    private static @Nullable String ref(Call call, @Nullable ModelBalance balance, @Nullable ModelHold hold) {
        return switch (call.operation().answers()) {
            case BALANCE -> balance == null ? null : balance.ref();
            case HOLD_AND_AVAILABLE, HOLD -> hold == null ? null : hold.ref();
            case STATUS -> null;
        };
    }

    private static @Nullable Amount figure(Call call, @Nullable ModelBalance balance, @Nullable ModelHold hold) {
        return switch (call.operation().answers()) {
            case BALANCE, HOLD_AND_AVAILABLE -> balance == null ? null : balance.availableAmount();
            case HOLD -> hold == null ? null : hold.remainingAmount();
            case STATUS -> null;
        };
    }
}
