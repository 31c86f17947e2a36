package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.Trace;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.UUID;

/** The body that tells what the network has decided itself: 0120. */
final class AdviceForm implements JsonForm {

    private final MessageForm message;
    private final TraceForm original = new TraceForm();
    private @Nullable TransactionType type;
    private AuthorizationForm.@Nullable RequestKind kind;
    private @Nullable StandInResponse response;
    private @Nullable UUID authorization;

    /** What the network has answered. */
    enum StandInResponse {
        APPROVED,
        PARTIALLY_APPROVED,
        DECLINED
    }

    private AdviceForm(Problems problems) {
        this.message = new MessageForm(problems);
    }

    /**
     * Decodes a body.
     *
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static Arrival read(Call call) {
        Problems problems = new Problems();
        AdviceForm form = new AdviceForm(problems);
        JsonBody.read(call.body().getBytes(), problems, form);
        return form.toArrival(call);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        if (message.take(name, in) || message.takeApproval(name, in)) {
            return;
        }
        switch (name) {
            case "type" -> type = in.word(name, TransactionType.class);
            case "kind" -> kind = in.word(name, AuthorizationForm.RequestKind.class);
            case "response" -> response = in.word(name, StandInResponse.class);
            case "authorization_id" -> authorization = in.uuid(name);
            case "original" -> original.read(name, in);
            default -> in.skip();
        }
    }

    private Arrival toArrival(Call call) {
        Problems problems = message.problems();
        problems.require("type", type);
        problems.require("response", response);
        if (authorization != null && original.isPresent()) {
            problems.add("original", DetailCode.INVALID_VALUE, "must not be given beside authorization_id");
        }
        Trace named = original.toTrace("original", problems);
        boolean approved = response != StandInResponse.DECLINED && type != null && type.spends();
        PaymentKind paymentKind = kind == null ? PaymentKind.FINAL_AUTHORIZATION : kind.kind();
        return message.toArrival(
                call,
                MessageFunction.AUTHORIZATION_ADVICE,
                null,
                (trace, amounts) -> (card, credentials) ->
                        new Content.Advice(about(named == null ? trace : named, card), paymentKind, approved, amounts));
    }

    /** An advice about a request that never came is about itself. */
    private UUID about(Trace trace, UUID card) {
        return authorization == null ? trace.authorization(card) : authorization;
    }
}
