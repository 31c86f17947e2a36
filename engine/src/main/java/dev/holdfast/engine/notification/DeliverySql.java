package dev.holdfast.engine.notification;

/** The statements of what waits to be sent. None waits for a lane, and no lane for them: lanes only insert. */
final class DeliverySql {

    private DeliverySql() {}

    /** $1 now, $2 receivers and $3 their rooms, $4 the room of others, $5 how many in all. */
    static final String LOCK_DUE = """
            SELECT d.bucket, d.account_id, d.event_no, s.subscription_id
            FROM subscription s
            LEFT JOIN unnest($2::uuid[], $3::integer[]) AS known (subscription_id, room)
                ON known.subscription_id = s.subscription_id
            CROSS JOIN LATERAL (
                SELECT n.bucket, n.account_id, n.event_no FROM notification n
                WHERE n.subscription_id = s.subscription_id AND n.status = 'waiting' AND n.due_at <= $1
                ORDER BY n.due_at LIMIT coalesce(known.room, $4::integer)
                FOR UPDATE SKIP LOCKED
            ) d
            WHERE s.status = 'active'
            LIMIT $5
            """;

    /**
     * Of the locked rows, takes the first of each account; another one is put off to when the first is looked at next. $5 is
     * until when they are taken.
     */
    static final String CLAIM = """
            UPDATE notification n
            SET due_at = CASE WHEN c.is_first THEN $5::timestamptz ELSE greatest(c.first_due_at, $5) END,
                leased_until = CASE WHEN c.is_first THEN $5 ELSE n.leased_until END,
                attempts = n.attempts + c.is_first::integer
            FROM (
                SELECT l.bucket, l.account_id, l.event_no, f.event_no = l.event_no AS is_first, f.due_at AS first_due_at
                FROM unnest($1::smallint[], $2::uuid[], $3::bigint[], $4::uuid[])
                    AS l (bucket, account_id, event_no, subscription_id)
                CROSS JOIN LATERAL (
                    SELECT w.event_no, w.due_at FROM notification w
                    WHERE w.subscription_id = l.subscription_id AND w.account_id = l.account_id AND w.status = 'waiting'
                    ORDER BY w.event_no LIMIT 1
                ) f
            ) c
            WHERE n.bucket = c.bucket AND n.account_id = c.account_id AND n.event_no = c.event_no AND n.status = 'waiting'
            RETURNING n.bucket, n.account_id, n.event_no, n.subscription_id, n.notification_id, n.attempts,
                      n.attempts - n.forgiven, n.body, c.is_first
            """;

    static final String READ_RECEIVERS = """
            SELECT subscription_id, tenant_id, version, url, batch, auth_header, sealed_secrets, previous_until
            FROM subscription WHERE subscription_id = ANY ($1::uuid[])
            """;

    static final String LOG = """
            INSERT INTO notification_attempt (bucket, account_id, event_no, attempt, result, http_status, took_millis,
                                              ended_at)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::bigint[], $4::integer[], $5::text[], $6::integer[],
                                 $7::integer[], $8::timestamptz[])
            ON CONFLICT DO NOTHING
            """;

    /**
     * Ends rows, and has the next one of each account looked at now ($5), unless somebody has it. The rows that end still
     * count as waiting for what this statement sees.
     */
    static final String END = """
            WITH ended AS (
                UPDATE notification n SET status = e.status, due_at = NULL, leased_until = NULL, ended_at = $5
                FROM unnest($1::smallint[], $2::uuid[], $3::bigint[], $4::text[]) AS e (bucket, account_id, event_no, status)
                WHERE n.bucket = e.bucket AND n.account_id = e.account_id AND n.event_no = e.event_no
                  AND n.status = 'waiting'
                RETURNING n.subscription_id, n.account_id, n.event_no
            )
            UPDATE notification n SET due_at = $5::timestamptz
            FROM ended e
            CROSS JOIN LATERAL (
                SELECT w.bucket, w.account_id, w.event_no FROM notification w
                WHERE w.subscription_id = e.subscription_id AND w.account_id = e.account_id AND w.status = 'waiting'
                  AND w.event_no > e.event_no
                ORDER BY w.event_no LIMIT 1
            ) next
            WHERE n.bucket = next.bucket AND n.account_id = next.account_id AND n.event_no = next.event_no
              AND n.status = 'waiting' AND (n.leased_until IS NULL OR n.leased_until <= $5)
            """;

    /** Of these attempts only: another sender may have the row by now. */
    static final String RETRY = """
            UPDATE notification n SET due_at = r.due_at, leased_until = NULL
            FROM unnest($1::smallint[], $2::uuid[], $3::bigint[], $4::integer[], $5::timestamptz[])
                AS r (bucket, account_id, event_no, attempt, due_at)
            WHERE n.bucket = r.bucket AND n.account_id = r.account_id AND n.event_no = r.event_no
              AND n.status = 'waiting' AND n.attempts = r.attempt
            """;

    static final String DISABLE = """
            UPDATE subscription SET status = 'disabled', version = version + 1, changed_at = clock_timestamp()
            WHERE subscription_id = $1 AND version = $2 AND status = 'active'
            """;
}
