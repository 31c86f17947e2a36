package dev.holdfast.simulator.comparison;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.simulator.model.ModelAccount;
import dev.holdfast.simulator.model.ModelBalance;
import dev.holdfast.simulator.money.Amount;
import io.vertx.core.buffer.Buffer;

import java.io.IOException;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account as the server shows it, or as the model has it: comparable by {@code equals}, readable in a report.
 *
 * @param status active or inactive
 * @param balances by reference
 */
record AccountState(String status, Map<String, Balance> balances) {

    record Balance(Amount available, Amount held, Amount creditLimit) {
        @Override
        public String toString() {
            return "available " + available + ", held " + held + ", credit limit " + creditLimit;
        }
    }

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static AccountState of(ModelAccount account) {
        Map<String, Balance> balances = new TreeMap<>();
        for (ModelBalance balance : account.balances()) {
            Currency currency = balance.currency();
            balances.put(
                    balance.ref(),
                    new Balance(
                            new Amount(balance.available(), currency),
                            new Amount(balance.held(), currency),
                            new Amount(balance.creditLimit(), currency)));
        }
        return new AccountState(account.isActive() ? "active" : "inactive", balances);
    }

    /**
     * Reads the body of an account's answer.
     *
     * @throws IOException if it is not one
     */
    static AccountState read(Buffer body) throws IOException {
        JsonNode account = JSON.readTree(body.getBytes());
        Map<String, Balance> balances = new TreeMap<>();
        for (JsonNode balance : account.path("balances")) {
            balances.put(
                    balance.path("tenant_balance_ref").asText(),
                    new Balance(
                            amount(balance.path("available_balance")),
                            amount(balance.path("held_balance")),
                            amount(balance.path("credit_limit"))));
        }
        return new AccountState(account.path("status").asText(), balances);
    }

    /** Reads {@code {value, currency}}; the decimals were checked where the load path read them. */
    static Amount amount(JsonNode node) throws IOException {
        try {
            Currency currency = Currency.getInstance(node.path("currency").asText());
            return new Amount(
                    node.path("value")
                            .decimalValue()
                            .movePointRight(currency.getDefaultFractionDigits())
                            .longValueExact(),
                    currency);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException("not an amount: " + node, e);
        }
    }
}
