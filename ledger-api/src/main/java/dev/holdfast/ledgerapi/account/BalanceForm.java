package dev.holdfast.ledgerapi.account;

import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import dev.holdfast.ledgerapi.json.MoneyForm;
import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** One element of {@code balances} in an opening. */
final class BalanceForm implements JsonForm {

    private final MoneyForm creditLimit = new MoneyForm();
    private @Nullable String ref;
    private @Nullable Currency currency;

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "tenant_balance_ref" -> ref = in.text(name, ReferenceLength.MAX_REF);
            case "currency" -> currency = in.currency(name);
            case "credit_limit" -> creditLimit.read(name, in);
            default -> in.skip();
        }
    }

    @Nullable
    String ref() {
        return ref;
    }

    /** The balance; null if it is not valid, which {@code problems} then tell. */
    @Nullable
    NewBalance toBalance(String path, Problems problems) {
        problems.require(path + ".tenant_balance_ref", ref);
        problems.require(path + ".currency", currency);
        if (AccountOpening.DEFAULT_BALANCE_REF.equals(ref)) {
            problems.add(path + ".tenant_balance_ref", DetailCode.INVALID_VALUE, "is the default balance's own name");
        }
        Long limit = limitMinor(path + ".credit_limit", creditLimit, currency, problems);
        return ref == null || currency == null || limit == null ? null : new NewBalance(ref, currency, limit);
    }

    /** The limit in minor units, 0 if absent; null if it is not valid, which {@code problems} then tell. */
    static @Nullable Long limitMinor(String path, MoneyForm form, @Nullable Currency currency, Problems problems) {
        Money limit = form.toLimit(path, problems);
        if (limit == null) {
            return problems.mention(path) ? null : Long.valueOf(0);
        }
        if (currency != null && !limit.currency().equals(currency)) {
            problems.add(path + ".currency", DetailCode.CURRENCY_MISMATCH, "is not the currency of the balance");
            return null;
        }
        return limit.minor();
    }
}
