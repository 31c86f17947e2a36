package dev.holdfast.engine.control;

import dev.holdfast.engine.book.Shelf;

import java.util.List;

/** The statements of controls on the write path. Each is one index look-up per array element. */
final class ControlStore {

    private ControlStore() {}

    /**
     * Everything that deciding needs, as rows of four kinds, so that a batch whose cards have no controls pays for one
     * statement that finds nothing. Which columns mean what is in {@link ControlRows}.
     *
     * <p>Parameters: 1 to 3 cards and accounts; 4 to 7 messages and the cards they were named for; 8 digests of rules that
     * need not be sent again.
     *
     * <p>A sliding window's figures are brought from {@code since}, for which they are stored, to where the window starts
     * at the batch's time: less what has left since, or more what is in sight again where the clock has stepped back. Each
     * bucket is read once when it leaves, and not by every batch while it counts. Where the figures are older than half
     * the day for which {@link PruningStore} keeps what nobody sees, or are not there, the window is summed anew. What took
     * more than 64 buckets is worth storing even if the batch changes nothing.
     *
     * <p>Single buckets: of calendar windows those that may count, one for each period; of sliding ones that of the batch's
     * time and those of the named messages, which the batch may change.
     */
    static final String READ = """
            WITH spent AS MATERIALIZED (
                SELECT u.*, named.card_id AS named_card_id
                FROM unnest($4::smallint[], $5::uuid[], $6::uuid[], $7::uuid[])
                    AS named (bucket, account_id, message_id, card_id)
                JOIN velocity_use u ON u.bucket = named.bucket AND u.account_id = named.account_id
                    AND u.message_id = named.message_id
            ), counter AS MATERIALIZED (
                SELECT c.bucket, c.account_id, c.card_id, c.counter_id, c.looks_back_s, c.slides_s, c.since, c.buckets,
                       c.count, c.minor, batch.now,
                       batch.now - c.slides_s * interval '1 second' + interval '1 microsecond' AS start
                FROM (SELECT NOW_OF_BATCH AS now) AS batch,
                     (SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[])
                      UNION ALL
                      SELECT bucket, account_id, card_id FROM spent WHERE card_id <> named_card_id)
                        AS named (bucket, account_id, card_id)
                JOIN velocity_counter c ON c.bucket = named.bucket AND c.account_id = named.account_id
                    AND c.card_id = named.card_id
            )
            SELECT 0 AS kind, a.account_id, a.card_id, v.rules_digest AS id, NULL::uuid AS counter_id,
                   NULL::timestamptz AS at, v.number::bigint AS count, 0::bigint AS minor, 0::bigint AS returned,
                   v.status = 'active' AS flag, v.control AS control,
                   CASE WHEN v.rules_digest = ANY ($8::uuid[]) THEN NULL ELSE v.rules::text END AS body
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[]) AS named (bucket, account_id, card_id)
            JOIN control_assignment a ON a.bucket = named.bucket AND a.account_id = named.account_id
                AND a.card_id = named.card_id
            JOIN control_version v ON v.tenant_id = a.tenant_id AND v.control = a.control
                AND v.status IN ('shadow', 'active')
            UNION ALL
            SELECT 1, c.account_id, c.card_id, c.counter_id, NULL, c.start, r.count + r.sign * s.count,
                   r.minor + r.sign * s.minor, r.buckets + r.sign * s.buckets, s.buckets > 64, NULL, NULL
            FROM counter c
            CROSS JOIN LATERAL (
                SELECT coalesce(c.since BETWEEN c.start - interval '12 hours' AND c.start + interval '12 hours', false)
                    AS fresh OFFSET 0) f
            CROSS JOIN LATERAL (
                SELECT CASE WHEN f.fresh THEN least(c.since, c.start) ELSE c.start END AS low,
                       CASE WHEN f.fresh THEN greatest(c.since, c.start) ELSE 'infinity' END AS high,
                       CASE WHEN f.fresh AND c.since < c.start THEN -1 ELSE 1 END AS sign,
                       CASE WHEN f.fresh THEN c.buckets ELSE 0 END AS buckets,
                       CASE WHEN f.fresh THEN c.count ELSE 0 END AS count,
                       CASE WHEN f.fresh THEN c.minor ELSE 0 END AS minor OFFSET 0) r
            CROSS JOIN LATERAL (
                SELECT count(*) AS buckets, coalesce(sum(b.count), 0)::bigint AS count,
                       coalesce(sum(b.minor), 0)::bigint AS minor
                FROM velocity_bucket b
                WHERE b.bucket = c.bucket AND b.account_id = c.account_id AND b.card_id = c.card_id
                  AND b.counter_id = c.counter_id AND b.at >= r.low AND b.at < r.high) s
            WHERE c.slides_s IS NOT NULL
            UNION ALL
            SELECT 2, b.account_id, b.card_id, b.counter_id, NULL, b.at, b.count, b.minor, 0, false, NULL, NULL
            FROM counter c
            JOIN velocity_bucket b ON b.bucket = c.bucket AND b.account_id = c.account_id AND b.card_id = c.card_id
                AND b.counter_id = c.counter_id
                AND b.at >= CASE WHEN c.slides_s IS NULL THEN c.now - c.looks_back_s * interval '1 second' ELSE c.now END
                AND b.at <= CASE WHEN c.slides_s IS NULL THEN 'infinity' ELSE c.now END
            UNION ALL
            SELECT 2, b.account_id, b.card_id, b.counter_id, NULL, b.at, b.count, b.minor, 0, false, NULL, NULL
            FROM spent u
            JOIN velocity_bucket b ON b.bucket = u.bucket AND b.account_id = u.account_id
                AND b.card_id = ANY (ARRAY[u.card_id, '00000000-0000-0000-0000-000000000000'::uuid])
                AND b.counter_id = ANY (u.counter_ids) AND b.at = u.at
            UNION ALL
            SELECT 3, u.account_id, u.card_id, u.message_id, c.counter_id, u.at, u.spent_count, u.spent_minor,
                   u.returned_minor, u.reversed, NULL, c.definition::text
            FROM spent u
            LEFT JOIN velocity_counter c ON c.bucket = u.bucket AND c.account_id = u.account_id
                AND c.card_id = ANY (ARRAY[u.card_id, '00000000-0000-0000-0000-000000000000'::uuid])
                AND c.counter_id = ANY (u.counter_ids)
            """.replace("NOW_OF_BATCH", Shelf.NOW);

    /** A row that is there although it was not seen has its figures made anew by the next batch. */
    static final String INSERT_COUNTERS = """
            INSERT INTO velocity_counter (bucket, account_id, card_id, counter_id, definition, looks_back_s, slides_s,
                                          since, buckets, count, minor)
            SELECT n.bucket, n.account_id, n.card_id, n.counter_id, n.definition::jsonb, n.looks_back_s, n.slides_s,
                   n.since, n.buckets, n.count, n.minor
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::int[], $7::int[],
                        $8::timestamptz[], $9::bigint[], $10::bigint[], $11::bigint[])
                AS n (bucket, account_id, card_id, counter_id, definition, looks_back_s, slides_s, since, buckets, count,
                      minor)
            ON CONFLICT (bucket, account_id, card_id, counter_id) DO UPDATE SET since = NULL
            """;

    static final String SET_FIGURES = """
            UPDATE velocity_counter c
            SET since = moved.since, buckets = moved.buckets, count = moved.count, minor = moved.minor
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::bigint[], $7::bigint[],
                        $8::bigint[])
                AS moved (bucket, account_id, card_id, counter_id, since, buckets, count, minor)
            WHERE c.bucket = moved.bucket AND c.account_id = moved.account_id AND c.card_id = moved.card_id
              AND c.counter_id = moved.counter_id
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
            List.of(READ, INSERT_COUNTERS, SET_FIGURES, ADD_BUCKETS, CHANGE_BUCKETS, DROP_EMPTY_BUCKETS, PUT_USES);
}
