package dev.holdfast.ledgerapi.query;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.query.LedgerQueries;
import dev.holdfast.engine.query.TrialBalance;
import dev.holdfast.ledgerapi.exchange.Answer;
import dev.holdfast.ledgerapi.exchange.Call;
import dev.holdfast.ledgerapi.exchange.Route;
import dev.holdfast.ledgerapi.json.JsonText;
import io.vertx.core.Future;

import java.io.IOException;
import java.math.BigDecimal;

/** Shows the tenant's trial balance, one per currency. */
public record ShowTrialBalanceRoute(LedgerQueries queries) implements Route {

    @Override
    public Future<Answer> serve(Call call) {
        return queries.trialBalance(call.tenant().id())
                .map(balances -> Answer.ok(JsonText.object(json -> {
                    json.writeArrayFieldStart("data");
                    for (TrialBalance balance : balances) {
                        write(json, balance);
                    }
                    json.writeEndArray();
                })));
    }

    private static void write(JsonGenerator json, TrialBalance balance) throws IOException {
        int digits = balance.currency().digits();
        BigDecimal difference = balance.debits().subtract(balance.credits());
        json.writeStartObject();
        json.writeStringField("currency", balance.currency().code());
        write(json, "debits", balance.debits(), digits);
        write(json, "credits", balance.credits(), digits);
        write(json, "difference", difference, digits);
        json.writeBooleanField("balanced", difference.signum() == 0);
        json.writeArrayFieldStart("accounts");
        for (TrialBalance.Line line : balance.lines()) {
            json.writeStartObject();
            json.writeStringField("account", line.code().label());
            write(json, "debits", line.debits(), digits);
            write(json, "credits", line.credits(), digits);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Setting the scale only ever appends zeros: the engine's sums are whole minor units. */
    private static void write(JsonGenerator json, String name, BigDecimal major, int digits) throws IOException {
        json.writeNumberField(name, major.setScale(digits));
    }
}
