package dev.holdfast.ledgerapi.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.network.AuthorizationView;
import dev.holdfast.engine.network.AuthorizationView.PaymentView;
import dev.holdfast.engine.network.MessageQueries;
import dev.holdfast.engine.network.MessageView;
import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.engine.query.TransactionView;
import dev.holdfast.ledgerapi.error.ApiException;
import dev.holdfast.ledgerapi.error.ErrorCode;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Explains one authorization: its messages, every finding, its payment and the entries of the ledger. */
public record ShowAuthorizationRoute(MessageQueries messages, LedgerQueries ledger) implements Route {

    private static final TransactionView NO_ENTRIES = new TransactionView(List.of(), false);

    @Override
    public Future<Answer> serve(Call call) {
        UUID id = call.pathId("authorization_id");
        int tenant = call.tenant().id();
        return messages.authorization(tenant, id).compose(found -> {
            AuthorizationView view = found.orElseThrow(() -> new ApiException(ErrorCode.AUTHORIZATION_NOT_FOUND));
            return entries(tenant, view).map(entries -> encode(id, view, entries));
        });
    }

    private Future<TransactionView> entries(int tenant, AuthorizationView view) {
        PaymentView payment = view.payment();
        return payment == null
                ? Future.succeededFuture(NO_ENTRIES)
                : ledger.transaction(tenant, payment.id().toString());
    }

    private static Answer encode(UUID id, AuthorizationView view, TransactionView entries) {
        return Answer.ok(JsonText.object(json -> {
            json.writeStringField("authorization_id", id.toString());
            json.writeStringField("tenant_account_ref", view.accountRef());
            json.writeArrayFieldStart("messages");
            for (MessageView message : view.messages()) {
                MessageText.write(json, message);
            }
            json.writeEndArray();
            json.writeBooleanField("truncated", view.truncated());
            writePayment(json, view.payment());
            json.writeObjectFieldStart("entries");
            EntryText.writeAll(json, entries.entries());
            json.writeBooleanField("truncated", entries.truncated());
            json.writeEndObject();
        }));
    }

    private static void writePayment(JsonGenerator json, @Nullable PaymentView payment) throws IOException {
        json.writeFieldName("payment");
        if (payment == null) {
            json.writeNull();
        } else {
            MessageText.write(json, payment);
        }
    }
}
