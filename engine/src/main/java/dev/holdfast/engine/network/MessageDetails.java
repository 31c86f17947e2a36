package dev.holdfast.engine.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.payment.PaymentKind;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;

/** What a message said, as the JSON object that is kept with its answer. Without anything secret of the card. */
final class MessageDetails {

    private static final JsonFactory JSON = new JsonFactory();

    private MessageDetails() {}

    static String of(NetworkMessage message) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            write(json, message);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, NetworkMessage message) throws IOException {
        Content content = message.content();
        json.writeStringField("content", label(content.getClass().getSimpleName()));
        Amounts amounts = content.amounts();
        if (amounts != null) {
            money(json, "billing", amounts.billing());
            money(json, "transaction", amounts.transaction());
            if (amounts.cash() > 0) {
                json.writeNumberField("cash_minor", amounts.cash());
            }
        }
        content(json, content);
        links(json, message.links());
        Place place = message.place();
        if (place != null) {
            place(json, place);
        }
    }

    private static void money(JsonGenerator json, String name, Money money) throws IOException {
        json.writeNumberField(name + "_minor", money.minor());
        json.writeStringField(name + "_currency", money.currency().code());
    }

    private static void content(JsonGenerator json, Content content) throws IOException {
        if (content instanceof Content.Request request) {
            asked(json, request.asked());
            json.writeStringField("cvv", label(request.credentials().cvv().name()));
            optional(json, "pin", nameOf(request.credentials().pin()));
        } else if (content instanceof Content.Approval approval) {
            asked(json, approval.asked());
            json.writeStringField("transaction", approval.names().transaction());
            json.writeStringField("message", approval.names().message());
        } else if (content instanceof Content.Advice advice) {
            kind(json, advice.kind());
            json.writeBooleanField("approved", advice.approved());
        } else if (content instanceof Content.Reversal reversal) {
            json.writeNumberField("left_minor", reversal.leftMinor());
        } else if (content instanceof Content.Presentment presentment) {
            json.writeStringField("reference", presentment.reference());
            json.writeBooleanField("last", presentment.last());
        } else if (content instanceof Content.Unexpiry unexpiry) {
            json.writeStringField("payment", unexpiry.payment().toString());
            json.writeStringField("operator", unexpiry.operator());
        } else if (content instanceof Content.Noted noted) {
            json.writeStringField("what", noted.what());
        } else {
            optional(json, "reference", reference(content));
        }
    }

    private static void asked(JsonGenerator json, AuthorizationRequest asked) throws IOException {
        json.writeStringField("type", label(asked.type().name()));
        kind(json, asked.kind());
        json.writeBooleanField("increment", asked.increment());
        json.writeBooleanField("partial_allowed", asked.partialAllowed());
    }

    private static void kind(JsonGenerator json, PaymentKind kind) throws IOException {
        json.writeStringField("kind", label(kind.name()));
    }

    private static @Nullable String reference(Content content) {
        String reference = NetworkMessage.referenceOf(content);
        return reference.isEmpty() ? null : reference;
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : label(value.name());
    }

    private static void links(JsonGenerator json, Links links) throws IOException {
        optional(json, "network", links.network());
        optional(json, "network_id", links.own());
        optional(json, "original_network_id", links.original());
        optional(json, "original_authorization_id", textOf(links.follows()));
        optional(json, "quoted_approval_code", links.approvalCode());
        optional(json, "retrieval_reference", links.retrieval());
    }

    private static @Nullable String textOf(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static void place(JsonGenerator json, Place place) throws IOException {
        optional(json, "merchant_id", place.merchant().id());
        json.writeNumberField("mcc", place.merchant().mcc());
        optional(json, "country", place.merchant().country());
        optional(json, "terminal", place.terminal());
        optional(json, "merchant_name", place.name());
        json.writeStringField("channel", label(place.acceptance().channel().name()));
        json.writeStringField("entry_mode", label(place.acceptance().entryMode().name()));
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
