package dev.holdfast.ledgerapi.testing;

import java.util.UUID;

/** Bodies of valid requests, as text so that a test can spoil them. */
public final class Bodies {

    private Bodies() {}

    public static String opening(String ref, String currency) {
        return "{\"tenant_account_ref\":\"%s\",\"currency\":\"%s\"}".formatted(ref, currency);
    }

    /** A deposit or withdrawal under the given key. */
    public static String transfer(String key, String value, String currency) {
        return "{\"idempotency_key\":\"%s\",\"amount\":{\"value\":%s,\"currency\":\"%s\"}}"
                .formatted(key, value, currency);
    }

    /** A ledger operation in PHP under a new key. */
    public static String operation(String account, String value) {
        return operation(account, UUID.randomUUID().toString(), value, "");
    }

    /** A ledger operation in PHP; {@code more} are further members, each after a comma. */
    public static String operation(String account, String key, String value, String more) {
        return ("{\"transaction_id\":\"tx-1\",\"tenant_account_ref\":\"%s\",\"idempotency_key\":\"%s\","
                        + "\"of_action_ref\":\"of-1\",\"amount\":{\"value\":%s,\"currency\":\"PHP\"}%s}")
                .formatted(account, key, value, more);
    }

    /** {@code ,"name":"value"}. */
    public static String member(String name, String value) {
        return ",\"%s\":\"%s\"".formatted(name, value);
    }
}
