package dev.holdfast.ledgerapi.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Requests for approvals in PHP, as text so that a test can spoil them. */
public final class ApprovalBodies {

    public static final String FINAL = "/api/pba/transactions/final-auth/approval";
    public static final String PRE = "/api/pba/transactions/pre-auth/approval";
    public static final String PARTIAL_ALLOWED = ",\"auth_indicator\":{\"is_partial_approval\":true}";

    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private ApprovalBodies() {}

    /** A request that no other is; {@code more} are further members, each after a comma. */
    public static String request(String account, String value, String more) {
        return request(account, "m" + MESSAGES.incrementAndGet(), value, more);
    }

    public static String request(String account, String message, String value, String more) {
        return ("{\"transaction_id\":\"t-1\",\"network_message_ref\":\"%s\",\"tenant_account_ref\":\"%s\","
                        + "\"amount\":%s,\"currency\":\"PHP\",\"network_merchant_id\":\"SHOP\","
                        + "\"network_merchant_category_code\":\"5411\",\"network_merchant_country_code\":\"PH\"%s}")
                .formatted(message, account, value, more);
    }
}
