package dev.holdfast.simulator.wire;

import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.population.AccountPlan;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** Writes requests. By hand, because the load generator must not be slower than what it measures. */
public final class Requests {

    private static final String ACCOUNTS = "/v1/ledger/accounts";

    private Requests() {}

    /** The request for a call. */
    public static Request of(Call call) {
        Operation operation = call.operation();
        if (!operation.hasKey()) {
            String status = operation == Operation.ACTIVATE ? "active" : "inactive";
            return new Request(
                    HttpMethod.PATCH, account(call.account()), Buffer.buffer("{\"status\":\"" + status + "\"}"));
        }
        StringBuilder body = new StringBuilder(320).append('{');
        if (operation.onAccountRoute()) {
            member(body, "reference", call.references().transactionId());
            member(body, "tenant_balance_ref", call.target());
        } else {
            member(body, "transaction_id", call.references().transactionId());
            member(body, "tenant_account_ref", call.account());
            member(body, "of_action_ref", call.references().actionRef());
            boolean onHold = operation.target() == Operation.Target.HOLD;
            member(body, onHold ? "tenant_hold_balance_ref" : "tenant_balance_ref", call.target());
        }
        if (call.amount() != null) {
            amount(body, "amount", call.amount());
        }
        member(body, "idempotency_key", call.key());
        body.setCharAt(body.length() - 1, '}');
        return new Request(HttpMethod.POST, path(call), Buffer.buffer(body.toString()));
    }

    /** The request that opens an account. */
    public static Request opening(AccountPlan plan) {
        StringBuilder body = new StringBuilder(256).append('{');
        member(body, "tenant_account_ref", plan.ref());
        member(body, "currency", plan.currency().getCurrencyCode());
        amount(body, "credit_limit", plan.creditLimit());
        if (plan.promo()) {
            body.append("\"balances\":[{");
            member(body, "tenant_balance_ref", AccountPlan.PROMO_BALANCE);
            member(body, "currency", plan.currency().getCurrencyCode());
            body.setCharAt(body.length() - 1, '}');
            body.append("],");
        }
        body.setCharAt(body.length() - 1, '}');
        return new Request(HttpMethod.POST, ACCOUNTS, Buffer.buffer(body.toString()));
    }

    /** The request for an account's balances. References are of characters that need no escape in a path. */
    public static Request accountState(String account) {
        return Request.get(account(account));
    }

    /** The request for a page of an account's holds, open and closed. */
    public static Request holds(String account, @Nullable String cursor, int limit) {
        String from = cursor == null ? "" : "&cursor=" + cursor;
        return Request.get(account(account) + "/holds?status=all&limit=" + limit + from);
    }

    private static String path(Call call) {
        return switch (call.operation()) {
            case DEPOSIT -> account(call.account()) + "/deposits";
            case WITHDRAWAL -> account(call.account()) + "/withdrawals";
            default -> "/v1/ledger/" + call.operation().wireName();
        };
    }

    private static String account(String ref) {
        return ACCOUNTS + "/" + ref;
    }

    private static void member(StringBuilder out, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        out.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append("\",");
    }

    private static void amount(StringBuilder out, String name, Amount amount) {
        out.append('"').append(name).append("\":{\"value\":");
        amount.appendTo(out);
        out.append(",\"currency\":\"").append(amount.code()).append("\"},");
    }
}
