package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.money.Money;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import dev.holdfast.ledgerapi.json.MoneyForm;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** What a message says of money: DE4 and DE49, DE6 and DE51, the cash part of DE54. */
final class AmountsForm implements JsonForm {

    private final MoneyForm billing = new MoneyForm();
    private final MoneyForm transaction = new MoneyForm();
    private final MoneyForm cash = new MoneyForm();
    private boolean present;

    void read(String name, JsonReader in) throws IOException {
        present = in.object(name, this);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "billing" -> billing.read(name, in);
            case "transaction" -> transaction.read(name, in);
            case "cash" -> cash.read(name, in);
            default -> in.skip();
        }
    }

    /** Null if not valid, which {@code problems} then tell. What is billed is the transaction amount unless it is said. */
    @Nullable
    Amounts toAmounts(String path, Problems problems) {
        problems.require(path, present ? this : null);
        Money asked = transaction.toLimit(path + ".transaction", problems);
        Money billed = billing.toLimit(path + ".billing", problems);
        Money handedOut = cash.toLimit(path + ".cash", problems);
        if (present) {
            problems.require(path + ".transaction", asked);
        }
        if (asked == null || problems.mention(path)) {
            return null;
        }
        if (handedOut != null && !handedOut.currency().equals(asked.currency())) {
            problems.add(
                    path + ".cash.currency", DetailCode.CURRENCY_MISMATCH, "is not the currency of the transaction");
            return null;
        }
        return new Amounts(billed == null ? asked : billed, asked, handedOut == null ? 0 : handedOut.minor());
    }
}
