package dev.holdfast.ledgerapi.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.door.ResponseCodes;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.network.AuthorizationView.PaymentView;
import dev.holdfast.engine.network.Flag;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.MessageView;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.FactRows;
import dev.holdfast.engine.payment.Payment;
import dev.holdfast.engine.payment.Position;
import dev.holdfast.ledgerapi.json.JsonText;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes messages of the card network and their payment. */
final class MessageText {

    private MessageText() {}

    static void write(JsonGenerator json, MessageView message) throws IOException {
        MessageOutcome outcome = message.outcome();
        json.writeStartObject();
        JsonText.text(json, "message_id", message.id());
        JsonText.text(json, "authorization_id", message.authorization());
        JsonText.text(json, "card_id", message.card());
        JsonText.text(json, "payment_id", outcome.payment());
        json.writeStringField("function", message.function().label());
        json.writeStringField("response", outcome.response().label());
        json.writeStringField("response_code", ResponseCodes.of(outcome, message.function()));
        JsonText.money(json, "approved_amount", new Money(outcome.approvedMinor(), message.currency()));
        JsonText.text(json, "approval_code", outcome.approvalCode());
        writeReasons(json, outcome.findings());
        json.writeStringField("decided_by", outcome.decidedBy().label());
        writeTexts(json, "flags", outcome.flags().stream().map(Flag::label).sorted());
        writeTexts(json, "controls", outcome.controls().stream());
        JsonText.instant(json, "sent_at", message.times().sentAt());
        JsonText.instant(json, "received_at", message.times().receivedAt());
        JsonText.instant(json, "decided_at", message.times().decidedAt());
        json.writeFieldName("details");
        json.writeRawValue(message.details());
        json.writeEndObject();
    }

    private static void writeReasons(JsonGenerator json, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("reasons");
        for (Finding finding : findings) {
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

    static void write(JsonGenerator json, PaymentView view) throws IOException {
        Payment payment = view.payment();
        Currency currency = view.currency();
        Position position = payment.position();
        json.writeStartObject();
        JsonText.text(json, "payment_id", view.id());
        json.writeStringField("kind", payment.kind().name().toLowerCase(Locale.ROOT));
        JsonText.instant(json, "opened_at", view.openedAt());
        JsonText.instant(json, "expires_at", view.expiresAt());
        json.writeBooleanField("expired", payment.expired());
        JsonText.money(json, "approved_amount", new Money(payment.approved(), currency));
        JsonText.money(json, "captured_amount", new Money(payment.captured(), currency));
        JsonText.money(json, "held_amount", new Money(position.held(), currency));
        JsonText.money(json, "charged_amount", new Money(position.charged(), currency));
        JsonText.money(json, "refunded_amount", new Money(position.refunded(), currency));
        JsonText.money(json, "adjusted_amount", new Money(position.adjusted(), currency));
        writeFacts(json, payment, currency);
        json.writeEndObject();
    }

    private static void writeFacts(JsonGenerator json, Payment payment, Currency currency) throws IOException {
        Comparator<Fact> order = Comparator.comparing(FactRows::label)
                .thenComparing(FactRows::reference)
                .thenComparing(FactRows::amountMinor);
        json.writeArrayFieldStart("facts");
        for (Fact fact : payment.facts().stream().sorted(order).toList()) {
            json.writeStartObject();
            json.writeStringField("fact", FactRows.label(fact));
            json.writeStringField("reference", FactRows.reference(fact));
            JsonText.money(json, "amount", new Money(FactRows.amountMinor(fact), currency));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
