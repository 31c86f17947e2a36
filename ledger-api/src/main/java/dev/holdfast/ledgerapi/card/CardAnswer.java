package dev.holdfast.ledgerapi.card;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.card.CardIssueOutcome;
import dev.holdfast.engine.card.CardIssueOutcome.IssuedCard;
import dev.holdfast.engine.card.CardOutcome;
import dev.holdfast.engine.card.CardView;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.CardErrors;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.json.JsonText;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** Writes cards. */
final class CardAnswer {

    private static final int CREATED = 201;

    private CardAnswer() {}

    static Answer of(CardIssueOutcome outcome) {
        return outcome.fold(
                issued -> new Answer(CREATED, JsonText.object(json -> write(json, issued.cards())), issued.replayed()),
                rejected -> {
                    throw new ApiException(CardErrors.errorOf(rejected.reason()));
                });
    }

    private static void write(JsonGenerator json, List<IssuedCard> cards) throws IOException {
        json.writeArrayFieldStart("data");
        for (IssuedCard card : cards) {
            json.writeStartObject();
            json.writeStringField("card_id", card.id().toString());
            json.writeStringField("masked_number", card.maskedNumber());
            json.writeStringField("expiry", card.expiry().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static Answer of(CardOutcome outcome) {
        return outcome.fold(done -> of(done.card()), rejected -> {
            throw new ApiException(CardErrors.errorOf(rejected.reason()));
        });
    }

    static Answer of(CardView card) {
        return Answer.ok(JsonText.object(json -> writeMembers(json, card)));
    }

    /** A page of cards. */
    static Answer of(List<CardView> cards, @Nullable String nextCursor) {
        return Answer.ok(JsonText.object(json -> {
            json.writeArrayFieldStart("data");
            for (CardView card : cards) {
                json.writeStartObject();
                writeMembers(json, card);
                json.writeEndObject();
            }
            json.writeEndArray();
            JsonText.text(json, "next_cursor", nextCursor);
        }));
    }

    private static void writeMembers(JsonGenerator json, CardView card) throws IOException {
        json.writeStringField("card_id", card.id().toString());
        json.writeStringField("tenant_account_ref", card.account().ref());
        json.writeStringField("masked_number", card.maskedNumber());
        json.writeStringField("expiry", card.facts().expiry().toString());
        json.writeNumberField("sequence", card.facts().sequence());
        json.writeStringField("status", card.state().status().label());
        json.writeBooleanField("has_pin", card.state().hasPin());
        json.writeBooleanField("pin_tries_exceeded", card.state().pinTriesExceeded());
        JsonText.instant(json, "issued_at", card.issuedAt());
    }
}
