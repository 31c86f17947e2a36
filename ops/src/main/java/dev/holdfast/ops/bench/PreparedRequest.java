package dev.holdfast.ops.bench;

import io.vertx.core.buffer.Buffer;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The bytes of an HTTP request, in which only the digits of the account and of the operation's number change. */
final class PreparedRequest {

    private final byte[] bytes;
    private final int accountAt;
    private final int[] numberAt;

    private PreparedRequest(byte[] bytes, int accountAt, int... numberAt) {
        this.bytes = bytes;
        this.accountAt = accountAt;
        this.numberAt = numberAt;
    }

    /** Prepares a request of {@code POST /v1/ledger/...}. */
    static PreparedRequest of(String operation, URI server, String apiKey) {
        String account = BenchNames.account(0);
        String key = BenchNames.key(0);
        String transaction = BenchNames.transaction(0);
        String action = BenchNames.action(0);
        String body = "{\"transaction_id\":\"" + transaction + "\",\"tenant_account_ref\":\"" + account
                + "\",\"of_action_ref\":\"" + action + "\",\"amount\":{\"value\":" + BenchNames.AMOUNT_MAJOR
                + ",\"currency\":\"" + BenchNames.CURRENCY + "\"},\"idempotency_key\":\"" + key + "\"}";
        String all = "POST /v1/ledger/" + operation + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nX-API-Key: "
                + apiKey + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        return new PreparedRequest(
                all.getBytes(StandardCharsets.US_ASCII),
                all.indexOf(account) + account.length(),
                all.indexOf(key) + key.length(),
                all.indexOf(transaction) + transaction.length(),
                all.indexOf(action) + action.length());
    }

    Buffer with(int account, long number) {
        byte[] copy = bytes.clone();
        write(copy, accountAt, BenchNames.ACCOUNT_DIGITS, account);
        for (int end : numberAt) {
            write(copy, end, BenchNames.NUMBER_DIGITS, number);
        }
        return Buffer.buffer(copy);
    }

    private static void write(byte[] into, int end, int digits, long value) {
        long rest = value;
        for (int i = end - 1; i >= end - digits; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
