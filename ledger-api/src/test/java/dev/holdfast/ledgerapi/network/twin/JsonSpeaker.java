package dev.holdfast.ledgerapi.network.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.ledgerapi.network.twin.Spoken.Advice;
import dev.holdfast.ledgerapi.network.twin.Spoken.Named;
import dev.holdfast.ledgerapi.network.twin.Spoken.Presentment;
import dev.holdfast.ledgerapi.network.twin.Spoken.Request;
import dev.holdfast.ledgerapi.network.twin.Spoken.Reversal;
import dev.holdfast.ledgerapi.network.twin.Spoken.Unpresentment;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.ApiClient.Reply;
import dev.holdfast.ledgerapi.testing.TestCards;
import dev.holdfast.ledgerapi.testing.TestCards.TestCard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Says in JSON what another says in a dialect of ISO 8583. */
final class JsonSpeaker {

    private static final String AUTHORIZATIONS = "/v1/network/authorizations";

    private final ApiClient tenant;
    private final Profile profile;
    private final List<TestCard> cards;

    JsonSpeaker(ApiClient tenant, Profile profile, List<TestCard> cards) {
        this.tenant = tenant;
        this.profile = profile;
        this.cards = cards;
    }

    Heard say(Spoken spoken) {
        ObjectNode body = common(spoken);
        Reply reply = tenant.post(path(spoken, body), body.toString());
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.text() + " to " + body);
        }
        JsonNode answer = reply.json();
        JsonNode approved = answer.get("approved_amount");
        long minor = approved.isNull()
                ? 0
                : approved.get("value").decimalValue().movePointRight(2).longValueExact();
        return new Heard(
                answer.get("response_code").textValue(),
                minor,
                !answer.get("approval_code").isNull());
    }

    /** Fills the rest of the body in, and says where it goes. */
    private String path(Spoken spoken, ObjectNode body) {
        if (spoken instanceof Request request) {
            return request(request, body);
        }
        if (spoken instanceof Advice advice) {
            body.put("type", "purchase")
                    .put("kind", kind(advice.pre()))
                    .put("response", advice.approved() ? "approved" : "declined");
            body.set("original", trace(advice.original()));
            return "/v1/network/advices";
        }
        if (spoken instanceof Reversal reversal) {
            body.put("reason", reversal.lateAnswer() ? "late_answer" : "cancelled");
            body.set("left", money(reversal.left()));
            return AUTHORIZATIONS + "/" + authorization(reversal.card(), reversal.original()) + "/reversals";
        }
        body.remove("trace");
        body.remove("repeat");
        if (spoken instanceof Presentment presentment) {
            String type = presentment.last() ? "pre_auth_final" : "pre_auth_partial";
            body.put("reference", reference(presentment))
                    .put("type", presentment.refund() ? "refund" : type)
                    .put("transfer_type", presentment.refund() ? "consumer_credit" : "consumer_debit");
        } else {
            Unpresentment taken = (Unpresentment) spoken;
            body.put("reference", taken.named().stan())
                    .put("original_reference", reference(taken.original()))
                    .put("type", taken.original().refund() ? "refund_reversal" : "pre_auth_final_reversal")
                    .put("transfer_type", taken.original().refund() ? "consumer_debit" : "consumer_credit");
        }
        return "/v1/network/presentments";
    }

    private String request(Request request, ObjectNode body) {
        body.put("type", request.terms().type().name().toLowerCase(Locale.ROOT))
                .put("kind", kind(request.terms().pre()))
                .put("single_message", request.terms().single())
                .put("partial_allowed", request.terms().partial())
                .put(
                        "expiry",
                        TestCards.EXPIRY
                                .plusMonths(request.terms().wrongExpiry() ? 1 : 0)
                                .toString());
        Named original = request.original();
        return original == null
                ? AUTHORIZATIONS
                : AUTHORIZATIONS + "/" + authorization(request.card(), original) + "/increments";
    }

    private ObjectNode common(Spoken spoken) {
        Named named = spoken.named();
        ObjectNode body = ApiClient.newObject();
        body.put("card_id", cards.get(spoken.card()).id().toString())
                .put("repeat", named.repeat())
                .put("retrieval_reference", named.retrieval())
                .put("entry_mode", "chip")
                .put("channel", "point_of_sale");
        body.set("trace", trace(named));
        body.putObject("merchant")
                .put("id", "SHOP")
                .put("mcc", "5411")
                .put("country", "PH")
                .put("terminal", "T1");
        ObjectNode network = body.putObject("network").put("name", IsoSpeaker.network(profile));
        if (named.networkId() != null) {
            String id = IsoSpeaker.ownId(profile, named.networkId());
            network.put("id", id);
            if (profile == Profiles.VISA_STYLE || (spoken instanceof Request request && request.increment())) {
                network.put("original_id", id);
            }
        }
        body.putObject("amounts").set("transaction", money(minor(spoken)));
        return body;
    }

    private static long minor(Spoken spoken) {
        if (spoken instanceof Request request) {
            return request.minor();
        }
        if (spoken instanceof Advice advice) {
            return advice.minor();
        }
        if (spoken instanceof Reversal reversal) {
            return reversal.minor();
        }
        return spoken instanceof Presentment presentment
                ? presentment.minor()
                : ((Unpresentment) spoken).original().minor();
    }

    private UUID authorization(int card, Named original) {
        return original.trace().authorization(cards.get(card).id());
    }

    private static String reference(Presentment presentment) {
        return "ref-" + presentment.named().stan();
    }

    private static String kind(boolean pre) {
        return pre ? "pre_authorization" : "final";
    }

    private static ObjectNode trace(Named named) {
        return ApiClient.newObject()
                .put("stan", named.stan())
                .put("transmitted_at", named.sentAt().toString())
                .put("acquirer", "400123");
    }

    private static ObjectNode money(long minor) {
        return ApiClient.newObject().put("value", BigDecimal.valueOf(minor, 2)).put("currency", "PHP");
    }
}
