package dev.holdfast.engine.notification;

/** The statements on what was ended. */
final class DeadLetterStore {

    private DeadLetterStore() {}

    /** $3 is the number after which to go on. */
    static final String LIST = """
            SELECT n.event_no, n.notification_id, n.type, n.created_at, n.attempts, n.ended_at
            FROM notification n JOIN subscription s ON s.subscription_id = n.subscription_id AND s.tenant_id = $1
            WHERE n.subscription_id = $2 AND n.status = 'dead' AND n.event_no > $3
            ORDER BY n.event_no LIMIT $4
            """;

    static final String REPLAY = """
            UPDATE notification n SET status = 'waiting', forgiven = n.attempts, due_at = $5::timestamptz, ended_at = NULL
            FROM (
                SELECT d.bucket, d.account_id, d.event_no
                FROM notification d JOIN subscription s ON s.subscription_id = d.subscription_id AND s.tenant_id = $1
                WHERE d.subscription_id = $2 AND d.status = 'dead' AND d.created_at >= $3 AND d.created_at < $4
                ORDER BY d.event_no LIMIT $6
                FOR UPDATE OF d SKIP LOCKED
            ) chosen
            WHERE n.bucket = chosen.bucket AND n.account_id = chosen.account_id AND n.event_no = chosen.event_no
            """;

    /** The id says nothing of the bucket, so each is looked into. */
    static final String RESEND = """
            UPDATE notification n SET status = 'waiting', forgiven = n.attempts, due_at = $4::timestamptz, ended_at = NULL
            FROM generate_series(0, 63) AS b (bucket), subscription s
            WHERE n.bucket = b.bucket::smallint AND n.notification_id = $3 AND n.subscription_id = $2
              AND s.subscription_id = $2 AND s.tenant_id = $1 AND n.status <> 'waiting'
            """;

    static final String ATTEMPTS = """
            SELECT a.attempt, a.result, a.http_status, a.took_millis, a.ended_at
            FROM generate_series(0, 63) AS b (bucket)
            JOIN notification n ON n.bucket = b.bucket::smallint AND n.notification_id = $3 AND n.subscription_id = $2
            JOIN subscription s ON s.subscription_id = n.subscription_id AND s.tenant_id = $1
            JOIN notification_attempt a
                ON a.bucket = n.bucket AND a.account_id = n.account_id AND a.event_no = n.event_no
            ORDER BY a.attempt LIMIT $4
            """;
}
