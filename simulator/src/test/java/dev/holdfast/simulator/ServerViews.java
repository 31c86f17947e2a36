package dev.holdfast.simulator;

import dev.holdfast.simulator.model.ModelAccount;
import dev.holdfast.simulator.model.ModelBalance;
import dev.holdfast.simulator.model.ModelHold;
import dev.holdfast.simulator.money.Amount;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What the test server shows of an account and its holds; three holds a page. */
final class ServerViews {

    private static final int PAGE = 3;

    private ServerViews() {}

    static Buffer account(ModelAccount account) {
        List<String> balances = new ArrayList<>();
        for (ModelBalance balance : account.balances()) {
            balances.add("{\"tenant_balance_ref\":\"" + balance.ref() + "\",\"available_balance\":"
                    + amount(balance, balance.available()) + ",\"held_balance\":" + amount(balance, balance.held())
                    + ",\"credit_limit\":" + amount(balance, balance.creditLimit()) + "}");
        }
        return Buffer.buffer("{\"tenant_account_ref\":\"" + account.ref() + "\",\"status\":\""
                + (account.isActive() ? "active" : "inactive") + "\",\"balances\":["
                + String.join(",", balances) + "]}");
    }

    static Buffer holds(ModelAccount account, @Nullable String cursor) {
        List<ModelHold> holds = new ArrayList<>(account.holds());
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(holds.size(), from + PAGE);
        List<String> rows =
                holds.subList(from, to).stream().map(ServerViews::hold).toList();
        String next = to < holds.size() ? "\"" + to + "\"" : "null";
        return Buffer.buffer("{\"data\":[" + String.join(",", rows) + "],\"next_cursor\":" + next + "}");
    }

    private static String hold(ModelHold hold) {
        ModelBalance balance = hold.balance();
        return "{\"tenant_hold_balance_ref\":\"" + hold.ref() + "\",\"tenant_balance_ref\":\"" + balance.ref()
                + "\",\"status\":\"" + (hold.isOpen() ? "open" : "released") + "\",\"authorized_amount\":"
                + amount(balance, hold.authorized()) + ",\"released_amount\":" + amount(balance, hold.released())
                + ",\"captured_amount\":" + amount(balance, hold.captured()) + ",\"remaining_amount\":"
                + amount(balance, hold.remaining()) + "}";
    }

    private static String amount(ModelBalance balance, long minor) {
        return ModelServer.json(new Amount(minor, balance.currency()));
    }
}
