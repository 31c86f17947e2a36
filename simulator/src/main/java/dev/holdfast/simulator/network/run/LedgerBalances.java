package dev.holdfast.simulator.network.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.simulator.network.oracle.Balances;
import dev.holdfast.simulator.wire.PatientClient;
import dev.holdfast.simulator.wire.Requests;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

import java.io.IOException;
import java.util.Currency;

/** The books as the ledger's HTTP API shows them. */
public final class LedgerBalances implements Balances {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final PatientClient client;

    public LedgerBalances(PatientClient client) {
        this.client = client;
    }

    @Override
    public Future<Standing> of(String accountRef) {
        return client.send(Requests.accountState(accountRef))
                .compose(reply -> reply.status() == 200
                        ? read(reply.body())
                        : Future.failedFuture("account " + accountRef + ": HTTP " + reply.status()));
    }

    /** The first balance is the default one. */
    private static Future<Standing> read(Buffer body) {
        try {
            JsonNode balance = JSON.readTree(body.getBytes()).path("balances").path(0);
            return Future.succeededFuture(new Standing(
                    minor(balance.path("available_balance")),
                    minor(balance.path("held_balance")),
                    minor(balance.path("credit_limit"))));
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            return Future.failedFuture(new IOException("not an account's balances", e));
        }
    }

    private static long minor(JsonNode amount) {
        Currency currency = Currency.getInstance(amount.path("currency").asText());
        return amount.path("value")
                .decimalValue()
                .movePointRight(currency.getDefaultFractionDigits())
                .longValueExact();
    }
}
