package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.json.JsonBody;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import dev.holdfast.ledgerapi.json.MoneyForm;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.UUID;

/** The body that takes an authorization back: 0400, or 0420 for an advice. */
final class ReversalForm implements JsonForm {

    private final MessageForm message;
    private final UUID authorization;
    private final MoneyForm left = new MoneyForm();
    private @Nullable ReversalReason reason;
    private boolean advice;

    /** Why an authorization is taken back. */
    enum ReversalReason {
        /** The merchant or the network took it back. */
        CANCELLED,
        /** DE39 68: our answer came too late, and only our answer is void. */
        LATE_ANSWER
    }

    private ReversalForm(Problems problems, UUID authorization) {
        this.message = new MessageForm(problems);
        this.authorization = authorization;
    }

    /**
     * Decodes a body.
     *
     * @param authorization that is taken back
     * @throws dev.holdfast.ledgerapi.error.ApiException naming every bad field
     */
    static Arrival read(Call call, UUID authorization) {
        Problems problems = new Problems();
        ReversalForm form = new ReversalForm(problems, authorization);
        JsonBody.read(call.body().getBytes(), problems, form);
        return form.toArrival(call);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        if (message.take(name, in) || message.takeApproval(name, in)) {
            return;
        }
        switch (name) {
            case "left" -> left.read(name, in);
            case "reason" -> reason = in.word(name, ReversalReason.class);
            case "advice" -> advice = Boolean.TRUE.equals(in.flag(name));
            default -> in.skip();
        }
    }

    private Arrival toArrival(Call call) {
        Problems problems = message.problems();
        Money remaining = left.toLimit("left", problems);
        MessageFunction function = advice ? MessageFunction.REVERSAL_ADVICE : MessageFunction.REVERSAL;
        return message.toArrival(call, function, null, (trace, amounts) -> {
            requireBillingCurrency(remaining, amounts, problems);
            Content content = reason == ReversalReason.LATE_ANSWER
                    ? new Content.AnswerVoid(authorization)
                    : new Content.Reversal(authorization, amounts, remaining == null ? 0 : remaining.minor());
            return (card, credentials) -> content;
        });
    }

    private static void requireBillingCurrency(@Nullable Money left, Amounts amounts, Problems problems) {
        if (left != null && !left.currency().equals(amounts.billing().currency())) {
            problems.add("left.currency", DetailCode.CURRENCY_MISMATCH, "is not the billing currency");
            problems.throwIfAny();
        }
    }
}
