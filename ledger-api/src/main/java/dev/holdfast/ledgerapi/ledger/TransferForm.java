package dev.holdfast.ledgerapi.ledger;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Money;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import dev.holdfast.ledgerapi.json.MoneyForm;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;

/** The body of a deposit or withdrawal. */
final class TransferForm implements JsonForm {

    private final MoneyForm amount = new MoneyForm();
    private @Nullable String idempotencyKey;
    private @Nullable String balanceRef;
    private @Nullable String reference;

    private TransferForm() {}

    /**
     * Decodes the body of a call.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static LedgerRequest read(Operation operation, Call call) {
        Problems problems = new Problems();
        TransferForm form = new TransferForm();
        JsonBody.read(call.body().getBytes(), problems, form);
        return form.toRequest(operation, call.account(), problems);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "idempotency_key" -> idempotencyKey = in.text(name, ReferenceLength.MAX_ID);
            case "amount" -> amount.read(name, in);
            case "tenant_balance_ref" -> balanceRef = in.text(name, ReferenceLength.MAX_REF);
            case "reference" -> reference = in.text(name, ReferenceLength.MAX_ID);
            default -> in.skip();
        }
    }

    private LedgerRequest toRequest(Operation operation, AccountKey account, Problems problems) {
        Money money = amount.toAmount("amount", problems);
        problems.require("idempotency_key", idempotencyKey);
        problems.require("amount", money);
        problems.throwIfAny();
        References references = new References(Objects.requireNonNull(idempotencyKey), null, reference);
        return new LedgerRequest(operation, account, references, money, balanceRef, false);
    }
}
