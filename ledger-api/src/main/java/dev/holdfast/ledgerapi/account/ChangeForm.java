package dev.holdfast.ledgerapi.account;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.money.Money;
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

/** The body that changes an account. */
final class ChangeForm implements JsonForm {

    private final MoneyForm creditLimit = new MoneyForm();
    private @Nullable String status;
    private @Nullable String balanceRef;

    private ChangeForm() {}

    /**
     * Decodes the body of a call.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static AccountChange read(Call call) {
        Problems problems = new Problems();
        ChangeForm form = new ChangeForm();
        JsonBody.read(call.body().getBytes(), problems, form);
        return form.toChange(call.account(), problems);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "status" -> status = in.text(name, ReferenceLength.MAX_REF);
            case "credit_limit" -> creditLimit.read(name, in);
            case "tenant_balance_ref" -> balanceRef = in.text(name, ReferenceLength.MAX_REF);
            default -> in.skip();
        }
    }

    private AccountChange toChange(AccountKey account, Problems problems) {
        AccountStatus newStatus = toStatus(problems);
        Money limit = creditLimit.toLimit("credit_limit", problems);
        if (newStatus == null && limit == null && !problems.mention("status") && !problems.mention("credit_limit")) {
            problems.add("status", DetailCode.REQUIRED, "is required unless credit_limit is given");
        }
        if (balanceRef != null && limit == null && !problems.mention("credit_limit")) {
            problems.add("credit_limit", DetailCode.REQUIRED, "is required where tenant_balance_ref is given");
        }
        problems.throwIfAny();
        return new AccountChange(account, newStatus, limit, balanceRef);
    }

    private @Nullable AccountStatus toStatus(Problems problems) {
        if (status == null) {
            return null;
        }
        for (AccountStatus known : AccountStatus.values()) {
            if (known.label().equals(status)) {
                return known;
            }
        }
        problems.add("status", DetailCode.INVALID_VALUE, "must be active or inactive");
        return null;
    }
}
