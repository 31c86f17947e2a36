package dev.holdfast.ledgerapi.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.query.HoldView;
import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** Lists an account's holds. */
public record ListHoldsRoute(LedgerQueries queries) implements Route {

    private static final String OPEN = "open";

    @Override
    public Future<Answer> serve(Call call) {
        QueryReader reader = new QueryReader(call.query());
        String status = reader.oneOf("status", List.of(OPEN, "all"));
        int limit = reader.limit();
        @Nullable String cursor = reader.cursor();
        reader.finish();
        return Pages.require(queries.holds(call.account(), status.equals(OPEN), limit, cursor), cursor)
                .map(page -> Answer.ok(JsonText.object(json -> {
                    json.writeArrayFieldStart("data");
                    for (HoldView hold : page.items()) {
                        write(json, hold);
                    }
                    json.writeEndArray();
                    JsonText.text(json, "next_cursor", page.nextCursor());
                })));
    }

    private static void write(JsonGenerator json, HoldView hold) throws IOException {
        json.writeStartObject();
        json.writeStringField("tenant_hold_balance_ref", hold.ref().toString());
        json.writeStringField("tenant_balance_ref", hold.balanceRef());
        json.writeStringField("status", hold.status().label());
        JsonText.money(json, "authorized_amount", hold.figures().authorized());
        JsonText.money(json, "released_amount", hold.figures().released());
        JsonText.money(json, "captured_amount", hold.figures().captured());
        JsonText.money(json, "remaining_amount", hold.figures().remaining());
        JsonText.instant(json, "opened_at", hold.openedAt());
        JsonText.instant(json, "closed_at", hold.closedAt());
        json.writeEndObject();
    }
}
