package dev.holdfast.engine.network;

/** The statement that reads a tenant's past messages. Not on the write path. */
final class PastMessageStore {

    private PastMessageStore() {}

    /** The messages that spend or give back, in the order in which they were decided: one index range an account. */
    static final String READ = """
            SELECT m.message_id, m.account_id, m.card_id, m.authorization_id, m.response, m.reasons, m.flags,
                   m.approved_minor, m.decided_at, m.details
            FROM account a
            JOIN network_message m ON m.bucket = a.bucket AND m.account_id = a.account_id
                AND m.decided_at >= $2 AND m.decided_at < $3
            WHERE a.tenant_id = $1 AND m.card_id IS NOT NULL
            ORDER BY m.decided_at, m.account_id, m.message_id
            """;
}
