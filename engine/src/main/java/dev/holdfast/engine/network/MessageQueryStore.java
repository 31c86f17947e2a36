package dev.holdfast.engine.network;

import dev.holdfast.engine.payment.FactRows;

/** The statements that read messages. Each goes by an index; those of an account read no further than its page. */
final class MessageQueryStore {

    private MessageQueryStore() {}

    private static final String COLUMNS = """
            SELECT m.message_id, m.function, m.authorization_id, m.card_id, b.currency, m.sent_at, m.received_at,
                   m.decided_at, m.details, m.payment_id, m.response, m.decided_by, m.reasons, m.flags,
                   m.approved_minor, m.ledger_minor, m.available_minor, m.approval_code, m.address_match, m.controls
            """;

    /** Where {@link #COLUMNS} end. */
    static final int ACCOUNT_REF = 20;

    static final String BY_AUTHORIZATION = COLUMNS + """
            , a.account_ref
            FROM network_message m
            JOIN account a ON a.bucket = m.bucket AND a.account_id = m.account_id
            JOIN balance b ON b.bucket = m.bucket AND b.account_id = m.account_id AND b.balance_no = 0
            WHERE m.authorization_id = $1 AND a.tenant_id = $2
            ORDER BY m.decided_at, m.message_id
            LIMIT $3
            """;

    /** The payment itself, where the named one may be a part of it. */
    private static final String WHOLE = """
            (SELECT coalesce(part.joined_to, part.payment_id) FROM payment part
             WHERE part.bucket = $1 AND part.account_id = $2 AND part.payment_id = $3)
            """;

    /**
     * The account's messages since the payment, or a part of it, was opened: few, and an index on payments would cost every
     * message.
     */
    static final String BY_PAYMENT = COLUMNS + """
            FROM payment p
            JOIN network_message m ON m.bucket = p.bucket AND m.account_id = p.account_id
                AND m.payment_id = p.payment_id AND m.decided_at >= p.opened_at
            JOIN balance b ON b.bucket = p.bucket AND b.account_id = p.account_id AND b.balance_no = 0
            WHERE p.bucket = $1 AND p.account_id = $2 AND p.payment_id IN (
                SELECT part.payment_id FROM payment part WHERE part.joined_to =
            """ + WHOLE + """
                UNION ALL SELECT
            """ + WHOLE + """
            )
            ORDER BY m.decided_at, m.message_id
            LIMIT $4
            """;

    static final String REQUESTS = COLUMNS + """
            FROM network_message m
            JOIN balance b ON b.bucket = m.bucket AND b.account_id = m.account_id AND b.balance_no = 0
            WHERE m.bucket = $1 AND m.account_id = $2 AND m.function IN (1, 2, 12)
              AND ($3::uuid IS NULL OR m.card_id = $3)
              AND ($4::smallint IS NULL OR m.response = $4)
              AND ($5::timestamptz IS NULL OR m.decided_at >= $5)
              AND ($6::timestamptz IS NULL OR m.decided_at < $6)
              AND (m.decided_at, m.message_id) < ($7::timestamptz, $8::uuid)
            ORDER BY m.decided_at DESC, m.message_id DESC
            LIMIT $9
            """;

    static final String PAYMENT = """
            SELECT b.currency, p.opened_at, p.expires_at, p.payment_id
            FROM payment p
            JOIN balance b ON b.bucket = p.bucket AND b.account_id = p.account_id AND b.balance_no = p.balance_no
            WHERE p.bucket = $1 AND p.account_id = $2 AND p.payment_id =
            """ + WHOLE;

    static final String FACTS = "SELECT " + FactRows.COLUMNS + """
             FROM payment_fact f
            WHERE f.bucket = $1 AND f.account_id = $2 AND f.payment_id =
            """ + WHOLE + """
            LIMIT 1000
            """;
}
