package dev.holdfast.ledgerapi.approval;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.network.ApprovalRequest;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.ReferenceLength;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** The body that asks for an approval. */
final class ApprovalForm implements JsonForm {

    private final PlainAmount amount = new PlainAmount("amount", "currency");
    private final PlainAmount billing = new PlainAmount("billing_amount", "billing_currency_code");
    private final PayeeForm payee = new PayeeForm();
    private final TokenForm token = new TokenForm();
    private final IndicatorForm indicator = new IndicatorForm();
    private @Nullable String transaction;
    private @Nullable String message;
    private @Nullable String original;
    private @Nullable String account;

    private ApprovalForm() {}

    /** {@code auth_indicator}: what the terminal can do. */
    private static final class IndicatorForm implements JsonForm {

        private boolean partialAllowed;

        @Override
        public void member(String name, JsonReader in) throws IOException {
            if (name.equals("is_partial_approval")) {
                partialAllowed = Boolean.TRUE.equals(in.flag(name));
            } else {
                in.skip();
            }
        }
    }

    /**
     * Decodes a body.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static ApprovalRequest read(Call call, PaymentKind kind) {
        Problems problems = new Problems();
        ApprovalForm form = new ApprovalForm();
        JsonBody.read(call.body().getBytes(), problems, form);
        return form.toRequest(call, kind, problems);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        if (amount.take(name, in) || billing.take(name, in) || payee.take(name, in) || token.take(name, in)) {
            return;
        }
        switch (name) {
            case "transaction_id" -> transaction = in.text(name, ReferenceLength.MAX_ID);
            case "network_message_ref" -> message = in.text(name, ReferenceLength.MAX_ID);
            case "original_transaction_id" -> original = in.text(name, ReferenceLength.MAX_ID);
            case "tenant_account_ref" -> account = in.text(name, ReferenceLength.MAX_REF);
            case "auth_indicator" -> in.object(name, indicator);
            default -> in.skip();
        }
    }

    private ApprovalRequest toRequest(Call call, PaymentKind kind, Problems problems) {
        problems.require("transaction_id", transaction);
        problems.require("network_message_ref", message);
        problems.require("tenant_account_ref", account);
        amount.require(problems);
        if (billing.isPresent()) {
            billing.require(problems);
        }
        Money asked = amount.toMoney(problems);
        Money billed = billing.toMoney(problems);
        problems.throwIfAny();
        Money paid = Objects.requireNonNull(asked);
        Amounts amounts = new Amounts(billed == null ? paid : billed, paid, 0);
        boolean increment = original != null;
        return new ApprovalRequest(
                new AccountKey(call.tenant().id(), Objects.requireNonNull(account)),
                new ApprovalRequest.Names(Objects.requireNonNull(transaction), Objects.requireNonNull(message)),
                token.id(),
                new AuthorizationRequest(TransactionType.PURCHASE, kind, increment, indicator.partialAllowed, amounts),
                payee.toPlace(paid.currency()),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
