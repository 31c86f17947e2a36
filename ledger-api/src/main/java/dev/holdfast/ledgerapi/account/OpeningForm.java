package dev.holdfast.ledgerapi.account;

import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import dev.holdfast.ledgerapi.json.MoneyForm;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The body that opens an account. */
final class OpeningForm implements JsonForm {

    private static final int MAX_FURTHER_BALANCES = AccountOpening.MAX_BALANCES - 1;

    private final MoneyForm creditLimit = new MoneyForm();
    /** Path segments that mean another path however they are encoded (RFC 3986, 5.2.4): no URL could name the account. */
    private static final Set<String> NOT_IN_A_PATH = Set.of(".", "..");

    private final List<BalanceForm> further = new ArrayList<>();
    private @Nullable String ref;
    private @Nullable Currency currency;

    private OpeningForm() {}

    /**
     * Decodes the body of a call.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static AccountOpening read(Call call) {
        Problems problems = new Problems();
        OpeningForm form = new OpeningForm();
        JsonBody.read(call.body().getBytes(), problems, form);
        return form.toOpening(call.tenant().id(), problems);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "tenant_account_ref" -> ref = in.text(name, ReferenceLength.MAX_REF);
            case "currency" -> currency = in.currency(name);
            case "credit_limit" -> creditLimit.read(name, in);
            case "balances" -> in.objects(name, MAX_FURTHER_BALANCES, index -> furtherBalance());
            default -> in.skip();
        }
    }

    private JsonForm furtherBalance() {
        BalanceForm form = new BalanceForm();
        further.add(form);
        return form;
    }

    private AccountOpening toOpening(int tenantId, Problems problems) {
        problems.require("tenant_account_ref", ref);
        if (NOT_IN_A_PATH.contains(Objects.requireNonNullElse(ref, ""))) {
            problems.add("tenant_account_ref", DetailCode.INVALID_VALUE, "must not be a dot or two");
        }
        problems.require("currency", currency);
        Long limit = BalanceForm.limitMinor("credit_limit", creditLimit, currency, problems);
        List<NewBalance> balances = furtherBalances(problems);
        problems.throwIfAny();
        balances.add(
                0,
                new NewBalance(
                        AccountOpening.DEFAULT_BALANCE_REF,
                        Objects.requireNonNull(currency),
                        Objects.requireNonNull(limit)));
        return new AccountOpening(new AccountKey(tenantId, Objects.requireNonNull(ref)), balances);
    }

    private List<NewBalance> furtherBalances(Problems problems) {
        List<NewBalance> balances = new ArrayList<>();
        Set<String> refs = new HashSet<>();
        for (int i = 0; i < further.size(); i++) {
            String path = "balances." + i;
            // An element that was no object has been noted as such; its members are not missing as well.
            NewBalance balance = problems.mention(path) ? null : further.get(i).toBalance(path, problems);
            if (balance != null) {
                balances.add(balance);
            }
            String name = further.get(i).ref();
            if (name != null && !refs.add(name)) {
                problems.add(path + ".tenant_balance_ref", DetailCode.INVALID_VALUE, "names a balance twice");
            }
        }
        return balances;
    }
}
