package dev.holdfast.ops.account;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** An account as a table for a terminal. */
public final class AccountTable {

    private static final List<String> AMOUNTS = List.of("available_balance", "held_balance", "credit_limit");

    private final JsonNode account;

    AccountTable(JsonNode account) {
        this.account = account;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "account  %s%n", account.path("tenant_account_ref").asText()));
        text.append(String.format("status   %s%n", account.path("status").asText()));
        text.append(String.format("opened   %s%n%n", account.path("opened_at").asText()));
        String row = "%-24s %-8s %18s %18s %18s%n";
        text.append(String.format(row, "balance", "currency", "available", "held", "credit limit"));
        for (JsonNode balance : account.path("balances")) {
            List<Object> cells = new ArrayList<>();
            cells.add(balance.path("tenant_balance_ref").asText());
            cells.add(balance.path("available_balance").path("currency").asText());
            AMOUNTS.forEach(name -> cells.add(plain(balance.path(name).path("value"))));
            text.append(String.format(row, cells.toArray()));
        }
        return text.toString();
    }

    private static String plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : "-";
    }
}
