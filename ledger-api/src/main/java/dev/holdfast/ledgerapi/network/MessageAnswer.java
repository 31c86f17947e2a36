package dev.holdfast.ledgerapi.network;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.door.ResponseCodes;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.Credentials;
import dev.holdfast.engine.network.DecidedBy;
import dev.holdfast.engine.network.Flag;
import dev.holdfast.engine.network.HostAnswer;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.NetworkMessage;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.json.JsonText;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The answer to a message.
 *
 * @param message as it was taken in; null if its card was not found
 */
record MessageAnswer(
        MessageFunction function, @Nullable NetworkMessage message, MessageOutcome outcome, Credentials credentials) {

    /** Declines that tell nothing of the balance, or were not decided on one in the billing currency. */
    private static final Set<DeclineReason> WITHOUT_FUNDS = Set.of(
            DeclineReason.FORMAT_ERROR,
            DeclineReason.DUPLICATE,
            DeclineReason.CARD_NOT_FOUND,
            DeclineReason.CURRENCY_MISMATCH);

    static Answer of(Arrival arrival, HostAnswer answer) {
        return new MessageAnswer(arrival.function(), answer.message(), answer.outcome(), answer.credentials()).encode();
    }

    static Answer of(NetworkMessage message, MessageOutcome outcome) {
        return new MessageAnswer(message.function(), message, outcome, Credentials.NONE).encode();
    }

    private Answer encode() {
        return Answer.ok(JsonText.object(this::write), outcome.replayed());
    }

    private void write(JsonGenerator json) throws IOException {
        JsonText.text(
                json,
                "authorization_id",
                message == null ? null : message.content().authorization());
        JsonText.text(json, "message_id", message == null ? null : message.id());
        JsonText.text(json, "payment_id", outcome.payment());
        json.writeStringField("response", outcome.response().label());
        json.writeStringField("response_code", ResponseCodes.of(outcome, function));
        Currency currency = currency();
        JsonText.money(json, "approved_amount", function.isRequest() ? money(outcome.approvedMinor(), currency) : null);
        JsonText.text(json, "approval_code", outcome.approvalCode());
        writeReasons(json);
        json.writeStringField("decided_by", outcome.decidedBy().label());
        writeTexts(json, "flags", outcome.flags().stream().map(Flag::label).sorted());
        JsonText.money(json, "available", tellsFunds() ? money(outcome.funds().available(), currency) : null);
        writeTexts(json, "controls", outcome.controls().stream());
        JsonText.text(json, "address_match", label(outcome.address()));
        JsonText.text(json, "cvv2_check", label(credentials.cvv()));
    }

    private void writeReasons(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("reasons");
        for (Finding finding : outcome.findings()) {
            json.writeStartObject();
            json.writeStringField("code", finding.reason().code());
            json.writeStringField("message", finding.reason().message());
            JsonText.text(json, "detail", finding.detail().isEmpty() ? null : finding.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeTexts(JsonGenerator json, String name, Stream<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts.toList()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private @Nullable Currency currency() {
        Amounts amounts = message == null ? null : message.content().amounts();
        return amounts == null ? null : amounts.billing().currency();
    }

    private static @Nullable Money money(long minor, @Nullable Currency currency) {
        return currency == null ? null : new Money(minor, currency);
    }

    private boolean tellsFunds() {
        DecidedBy by = outcome.decidedBy();
        boolean decided = by == DecidedBy.ISSUER || by == DecidedBy.NETWORK;
        return decided && outcome.findings().stream().noneMatch(finding -> WITHOUT_FUNDS.contains(finding.reason()));
    }

    private static @Nullable String label(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
