package dev.holdfast.ledgerapi.ledger;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.tenant.Tenant;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import dev.holdfast.ledgerapi.json.MoneyForm;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;

/** The body of one of the six ledger operations. */
final class LedgerForm implements JsonForm {

    private static final String HOLD_REF = "tenant_hold_balance_ref";
    private static final String BALANCE_REF = "tenant_balance_ref";

    private final Operation operation;
    private final String targetName;
    private final MoneyForm amount = new MoneyForm();
    private @Nullable String transactionId;
    private @Nullable String accountRef;
    private @Nullable String idempotencyKey;
    private @Nullable String actionRef;
    private @Nullable String target;

    private LedgerForm(Operation operation) {
        this.operation = operation;
        this.targetName = operation.actsOnHold() ? HOLD_REF : BALANCE_REF;
    }

    /**
     * Decodes a body.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static LedgerRequest read(Operation operation, Tenant tenant, byte[] body) {
        Problems problems = new Problems();
        LedgerForm form = new LedgerForm(operation);
        JsonBody.read(body, problems, form);
        return form.toRequest(tenant, problems);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "transaction_id" -> transactionId = in.text(name, ReferenceLength.MAX_ID);
            case "tenant_account_ref" -> accountRef = in.text(name, ReferenceLength.MAX_REF);
            case "idempotency_key" -> idempotencyKey = in.text(name, ReferenceLength.MAX_ID);
            case "of_action_ref" -> actionRef = in.text(name, ReferenceLength.MAX_ID);
            case "amount" -> amount.read(name, in);
            default -> {
                if (name.equals(targetName)) {
                    target = in.text(name, ReferenceLength.MAX_REF);
                } else {
                    in.skip();
                }
            }
        }
    }

    private LedgerRequest toRequest(Tenant tenant, Problems problems) {
        Money money = amount.toAmount("amount", problems);
        problems.require("transaction_id", transactionId);
        problems.require("tenant_account_ref", accountRef);
        problems.require("idempotency_key", idempotencyKey);
        problems.require("of_action_ref", actionRef);
        if (!operation.releasesHold()) {
            problems.require("amount", money);
        }
        if (operation.actsOnHold() && operation != Operation.HOLD) {
            problems.require(targetName, target);
        }
        problems.throwIfAny();
        return new LedgerRequest(
                operation,
                new AccountKey(tenant.id(), Objects.requireNonNull(accountRef)),
                new References(Objects.requireNonNull(idempotencyKey), transactionId, actionRef),
                money,
                target,
                tenant.imposes(operation, target));
    }
}
