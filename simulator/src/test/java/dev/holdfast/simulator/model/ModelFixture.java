package dev.holdfast.simulator.model;

import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.operation.References;
import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.Objects;

/** A book with one funded account, and short ways to ask something of it. Amounts are SGD cents. */
final class ModelFixture {

    static final Currency SGD = Currency.getInstance("SGD");
    static final String ACCOUNT = "acc";

    final Book book = new Book();
    private int keys;
    private int holds;

    ModelFixture(long creditLimit, long funding) {
        ModelAccount account = new ModelAccount(ACCOUNT, SGD, creditLimit);
        account.addBalance("promo", SGD, 0);
        book.add(account);
        if (funding > 0) {
            ask(Operation.DEPOSIT, funding, null);
        }
    }

    Prediction ask(Operation operation, long minor, @Nullable String target) {
        return ask("key-" + keys++, operation, minor, target);
    }

    Prediction ask(String key, Operation operation, long minor, @Nullable String target) {
        return book.apply(call(key, operation, new Amount(minor, SGD), target));
    }

    Prediction askWithoutAmount(Operation operation, @Nullable String target) {
        return book.apply(call("key-" + keys++, operation, null, target));
    }

    static Call call(String key, Operation operation, @Nullable Amount amount, @Nullable String target) {
        return new Call(operation, ACCOUNT, new References("txn", key, "act"), amount, target);
    }

    /** Opens a hold and names it. */
    String hold(long minor) {
        Call call = call("key-" + keys++, Operation.HOLD_BALANCE, new Amount(minor, SGD), null);
        Prediction.Applied applied = (Prediction.Applied) book.apply(call);
        String ref = "hold-" + holds++;
        book.nameHold(call, Objects.requireNonNull(applied.opened()), ref);
        return ref;
    }

    ModelAccount account() {
        return Objects.requireNonNull(book.account(ACCOUNT));
    }

    ModelHold holdOf(String ref) {
        return Objects.requireNonNull(account().hold(ref));
    }

    long available() {
        return Objects.requireNonNull(account().balance(null)).available();
    }

    long held() {
        return Objects.requireNonNull(account().balance(null)).held();
    }
}
