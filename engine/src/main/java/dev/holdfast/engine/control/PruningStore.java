package dev.holdfast.engine.control;

/** The statements that delete what no window can see any more. They wait for nobody: what is locked is for another time. */
final class PruningStore {

    private PruningStore() {}

    static final String DELETE_USES = """
            DELETE FROM velocity_use u USING (
                SELECT bucket, account_id, message_id FROM velocity_use
                WHERE expires_at < clock_timestamp() ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED) old
            WHERE u.bucket = old.bucket AND u.account_id = old.account_id AND u.message_id = old.message_id
            """;

    /**
     * Looks at the next counters in order, and deletes buckets that were out of sight a day ago. Returns how many, and the
     * last counter looked at; no row when there is none behind the given one.
     */
    static final String DELETE_BUCKETS = """
            WITH seen AS (
                SELECT bucket, account_id, card_id, counter_id, looks_back_s FROM velocity_counter
                WHERE (bucket, account_id, card_id, counter_id) > ($1, $2, $3, $4)
                ORDER BY bucket, account_id, card_id, counter_id LIMIT $5
            ), old AS (
                SELECT b.bucket, b.account_id, b.card_id, b.counter_id, b.at
                FROM seen s JOIN velocity_bucket b ON b.bucket = s.bucket AND b.account_id = s.account_id
                    AND b.card_id = s.card_id AND b.counter_id = s.counter_id
                WHERE b.at < clock_timestamp() - s.looks_back_s * interval '1 second' - interval '1 day'
                LIMIT $5 FOR UPDATE OF b SKIP LOCKED
            ), gone AS (
                DELETE FROM velocity_bucket b USING old
                WHERE b.bucket = old.bucket AND b.account_id = old.account_id AND b.card_id = old.card_id
                  AND b.counter_id = old.counter_id AND b.at = old.at
                RETURNING b.at
            )
            SELECT (SELECT count(*) FROM gone), s.bucket, s.account_id, s.card_id, s.counter_id
            FROM seen s ORDER BY s.bucket DESC, s.account_id DESC, s.card_id DESC, s.counter_id DESC LIMIT 1
            """;
}
