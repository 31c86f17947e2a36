package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** The body that asks for a decision: 0100, or 0200 for a single message. */
final class AuthorizationForm implements JsonForm {

    private final MessageForm message;
    private @Nullable TransactionType type;
    private @Nullable RequestKind kind;
    private boolean singleMessage;
    private boolean partialAllowed;

    /** How an approval takes the money, in the words of the wire. */
    enum RequestKind {
        FINAL(PaymentKind.FINAL_AUTHORIZATION),
        PRE_AUTHORIZATION(PaymentKind.PRE_AUTHORIZATION);

        private final PaymentKind kind;

        RequestKind(PaymentKind kind) {
            this.kind = kind;
        }

        PaymentKind kind() {
            return kind;
        }
    }

    private AuthorizationForm(Problems problems) {
        this.message = new MessageForm(problems);
    }

    /**
     * Decodes a body.
     *
     * @param incremented the authorization that the request adds to; null for a first one
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static Arrival read(Call call, @Nullable UUID incremented) {
        Problems problems = new Problems();
        AuthorizationForm form = new AuthorizationForm(problems);
        JsonBody.read(call.body().getBytes(), problems, form);
        return form.toArrival(call, incremented);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        if (message.take(name, in) || message.card().takeProof(name, in)) {
            return;
        }
        switch (name) {
            case "type" -> type = in.word(name, TransactionType.class);
            case "kind" -> kind = in.word(name, RequestKind.class);
            case "single_message" -> singleMessage = Boolean.TRUE.equals(in.flag(name));
            case "partial_allowed" -> partialAllowed = Boolean.TRUE.equals(in.flag(name));
            default -> in.skip();
        }
    }

    private Arrival toArrival(Call call, @Nullable UUID incremented) {
        Problems problems = message.problems();
        problems.require("type", type);
        boolean leavesAmountOpen = kind == RequestKind.PRE_AUTHORIZATION;
        if (singleMessage && leavesAmountOpen) {
            problems.add("kind", DetailCode.INVALID_VALUE, "must be final for a single message");
        }
        MessageFunction function = singleMessage ? MessageFunction.FINANCIAL : MessageFunction.AUTHORIZATION;
        return message.toArrival(call, function, incremented, (trace, amounts) -> {
            AuthorizationRequest asked = asked(amounts, incremented != null);
            return (card, credentials) ->
                    new Content.Request(trace.authorization(card), asked, singleMessage, credentials);
        });
    }

    /** A purchase of an amount of zero is an account verification, and the other way round. */
    private AuthorizationRequest asked(Amounts amounts, boolean increment) {
        if (type == TransactionType.ACCOUNT_VERIFICATION && amounts.billing().minor() > 0) {
            Problems problems = message.problems();
            problems.add("amounts", DetailCode.INVALID_VALUE, "must be zero for an account verification");
            problems.throwIfAny();
        }
        PaymentKind chosen = Objects.requireNonNullElse(kind, RequestKind.FINAL).kind();
        return new AuthorizationRequest(Objects.requireNonNull(type), chosen, increment, partialAllowed, amounts);
    }
}
