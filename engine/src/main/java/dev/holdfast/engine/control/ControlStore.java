package dev.holdfast.engine.control;

import java.util.List;

/** The statements of controls on the write path. Each is one index look-up per array element. */
final class ControlStore {

    private ControlStore() {}

    /**
     * Everything that deciding needs, as rows of three kinds, so that a batch whose cards have no controls pays for one
     * statement that finds nothing. Which columns mean what is in {@link ControlRows}.
     *
     * <p>Parameters: 1 to 3 cards and accounts; 4 to 6 messages; 7 digests of rules that need not be sent again; 8 how
     * many buckets beyond {@link Window#MAX_BUCKETS} to read, one for each message, since each may empty one.
     *
     * <p>Buckets are bounded by the time at which the transaction began, which is before the time that the batch decides
     * by, and a counter looks back a little further than its window: what is read is more than what counts.
     */
    static final String READ = """
            SELECT 0 AS kind, a.account_id, a.card_id, v.rules_digest AS id, NULL::uuid AS counter_id,
                   NULL::timestamptz AS at, v.number::bigint AS count, 0::bigint AS minor, 0::bigint AS returned,
                   v.status = 'active' AS flag, v.control AS control,
                   CASE WHEN v.rules_digest = ANY ($7::uuid[]) THEN NULL ELSE v.rules::text END AS body
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[]) AS named (bucket, account_id, card_id)
            JOIN control_assignment a ON a.bucket = named.bucket AND a.account_id = named.account_id
                AND a.card_id = named.card_id
            JOIN control_version v ON v.tenant_id = a.tenant_id AND v.control = a.control
                AND v.status IN ('shadow', 'active')
            UNION ALL
            SELECT 1, c.account_id, c.card_id, c.counter_id, NULL, b.at, b.count, b.minor, 0, false, NULL, NULL
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[]) AS named (bucket, account_id, card_id)
            JOIN velocity_counter c ON c.bucket = named.bucket AND c.account_id = named.account_id
                AND c.card_id = named.card_id
            CROSS JOIN LATERAL (
                SELECT b.at, b.count, b.minor FROM velocity_bucket b
                WHERE b.bucket = c.bucket AND b.account_id = c.account_id AND b.card_id = c.card_id
                  AND b.counter_id = c.counter_id AND b.at > now() - c.looks_back_s * interval '1 second'
                ORDER BY b.at DESC LIMIT 1024 + $8::int) b
            UNION ALL
            SELECT 2, u.account_id, u.card_id, u.message_id, c.counter_id, u.at, u.spent_count, u.spent_minor,
                   u.returned_minor, u.reversed, NULL, c.definition::text
            FROM unnest($4::smallint[], $5::uuid[], $6::uuid[]) AS named (bucket, account_id, message_id)
            JOIN velocity_use u ON u.bucket = named.bucket AND u.account_id = named.account_id
                AND u.message_id = named.message_id
            LEFT JOIN velocity_counter c ON c.bucket = u.bucket AND c.account_id = u.account_id
                AND c.card_id = ANY (ARRAY[u.card_id, '00000000-0000-0000-0000-000000000000'::uuid])
                AND c.counter_id = ANY (u.counter_ids)
            """;

    static final String INSERT_COUNTERS = """
            INSERT INTO velocity_counter (bucket, account_id, card_id, counter_id, definition, looks_back_s)
            SELECT n.bucket, n.account_id, n.card_id, n.counter_id, n.definition::jsonb, n.looks_back_s
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::int[])
                AS n (bucket, account_id, card_id, counter_id, definition, looks_back_s)
            ON CONFLICT (bucket, account_id, card_id, counter_id) DO NOTHING
            """;

    static final String ADD_BUCKETS = """
            INSERT INTO velocity_bucket (bucket, account_id, card_id, counter_id, at, count, minor)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::bigint[],
                                 $7::bigint[])
            ON CONFLICT (bucket, account_id, card_id, counter_id, at) DO UPDATE
            SET count = velocity_bucket.count + excluded.count, minor = velocity_bucket.minor + excluded.minor
            """;

    /** Apart from what adds, because a row to be inserted must be one that may stand. A row that is gone stays gone. */
    static final String CHANGE_BUCKETS = """
            UPDATE velocity_bucket b SET count = b.count + changed.count, minor = b.minor + changed.minor
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::bigint[],
                        $7::bigint[])
                AS changed (bucket, account_id, card_id, counter_id, at, count, minor)
            WHERE b.bucket = changed.bucket AND b.account_id = changed.account_id AND b.card_id = changed.card_id
              AND b.counter_id = changed.counter_id AND b.at = changed.at
            """;

    /** An empty bucket is no bucket: it takes no room in a window. */
    static final String DROP_EMPTY_BUCKETS = """
            DELETE FROM velocity_bucket b
            USING unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[])
                AS changed (bucket, account_id, card_id, counter_id, at)
            WHERE b.bucket = changed.bucket AND b.account_id = changed.account_id AND b.card_id = changed.card_id
              AND b.counter_id = changed.counter_id AND b.at = changed.at AND b.count = 0 AND b.minor = 0
            """;

    /** Counters as one text each, since arrays of arrays must have one length. */
    static final String PUT_USES = """
            INSERT INTO velocity_use (bucket, account_id, message_id, card_id, at, spent_count, spent_minor,
                                      returned_minor, reversed, counter_ids, expires_at)
            SELECT u.bucket, u.account_id, u.message_id, u.card_id, u.at, u.spent_count, u.spent_minor,
                   u.returned_minor, u.reversed, string_to_array(u.counter_ids, ',')::uuid[], u.expires_at
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::bigint[],
                        $7::bigint[], $8::bigint[], $9::boolean[], $10::text[], $11::timestamptz[])
                AS u (bucket, account_id, message_id, card_id, at, spent_count, spent_minor, returned_minor, reversed,
                      counter_ids, expires_at)
            ON CONFLICT (bucket, account_id, message_id) DO UPDATE
            SET card_id = excluded.card_id, at = excluded.at, spent_count = excluded.spent_count,
                spent_minor = excluded.spent_minor, returned_minor = excluded.returned_minor,
                reversed = excluded.reversed, counter_ids = excluded.counter_ids, expires_at = excluded.expires_at
            """;

    static final List<String> ALL =
            List.of(READ, INSERT_COUNTERS, ADD_BUCKETS, CHANGE_BUCKETS, DROP_EMPTY_BUCKETS, PUT_USES);
}
