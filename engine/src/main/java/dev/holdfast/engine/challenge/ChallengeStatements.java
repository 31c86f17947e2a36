package dev.holdfast.engine.challenge;

/**
 * The statements on challenges. Each step is one statement on one row; {@code clock_timestamp()} in a condition is asked
 * again after a wait for the row's lock, so that who waits past the end finds it over.
 */
final class ChallengeStatements {

    private ChallengeStatements() {}

    /** What {@link ChallengeRows#challenge} reads, then the time. */
    private static final String COLUMNS = """
             challenge_id, tenant_id, account_ref, card_id, customer_ref, request_key, method, merchant_name,
            amount_minor, currency, state, attempts, codes, last_code_at, expires_at, masked_email,
            masked_phone_number, created_at, clock_timestamp() AS now
            """;

    private static final String NAMED = " WHERE bucket = $1 AND challenge_id = $2 AND tenant_id = $3 ";

    private static final String OPEN = " AND ended_at IS NULL AND expires_at > clock_timestamp() ";

    static final String READ = "SELECT" + COLUMNS + "FROM challenge" + NAMED;

    /** Before anything is read of the account's challenges: who waited sees what the one before has started. */
    static final String LOCK_ACCOUNT = "SELECT pg_advisory_xact_lock(hashtextextended('challenge ' || $1::uuid, 0))";

    static final String READ_BY_KEY =
            "SELECT" + COLUMNS + "FROM challenge WHERE bucket = $1 AND account_id = $2 AND request_key = $3";

    /** How many the card, and the account, have started in the last hour. The caps keep what is counted small. */
    static final String COUNT = """
            SELECT count(*) FILTER (WHERE card_id = $3), count(*) FROM challenge
            WHERE bucket = $1 AND account_id = $2 AND created_at > clock_timestamp() - interval '1 hour'
            """;

    static final String INSERT = """
            INSERT INTO challenge (bucket, challenge_id, tenant_id, account_id, account_ref, card_id, customer_ref,
                                   request_key, method, merchant_name, amount_minor, currency, state, attempts, codes,
                                   code_digest, pepper_no, created_at, last_code_at, expires_at)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'created', 0, $13, $14, $15, start.now, start.now,
                   start.now + $16::bigint * interval '1 millisecond'
            FROM (SELECT clock_timestamp() AS now) AS start
            RETURNING
            """ + COLUMNS;

    /** Counts a typed code, and says what to compare it with. */
    static final String COUNT_ATTEMPT = "UPDATE challenge SET attempts = attempts + 1" + NAMED + OPEN
            + "AND method = 'otp' AND attempts < $4 RETURNING" + COLUMNS + ", code_digest, pepper_no";

    /** The one write that ends a challenge before its time is over. Null codes: whichever code is the last. */
    static final String CONCLUDE =
            "UPDATE challenge SET state = $4, reason = $5, ended_at = clock_timestamp(), code_digest = NULL, pepper_no = NULL"
                    + NAMED + OPEN + "AND codes = COALESCE($6::smallint, codes) RETURNING" + COLUMNS;

    /** The one write that ends a challenge whose time is over. */
    static final String EXPIRE =
            "UPDATE challenge SET state = 'expired', ended_at = clock_timestamp(), code_digest = NULL, pepper_no = NULL"
                    + NAMED + "AND ended_at IS NULL AND expires_at <= clock_timestamp()";

    /** The same for whatever is over, a bounded number at a time; several processes do not wait for each other. */
    static final String EXPIRE_DUE = """
            UPDATE challenge c
            SET state = 'expired', ended_at = clock_timestamp(), code_digest = NULL, pepper_no = NULL
            FROM (SELECT bucket, challenge_id FROM challenge
                  WHERE ended_at IS NULL AND expires_at <= clock_timestamp()
                  ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED) AS due
            WHERE c.bucket = due.bucket AND c.challenge_id = due.challenge_id AND c.ended_at IS NULL
            """;

    static final String RENEW = "UPDATE challenge SET codes = codes + 1, code_digest = $4, pepper_no = $5,"
            + " last_code_at = clock_timestamp()" + NAMED + OPEN
            + "AND method = 'otp' AND attempts < $6 AND codes < $7"
            + " AND last_code_at + $8::bigint * interval '1 millisecond' <= clock_timestamp() RETURNING" + COLUMNS;

    /** The tenant has taken the notification. A result may have come first. */
    static final String TAKEN = "UPDATE challenge SET state = $4, masked_email = $5, masked_phone_number = $6" + NAMED
            + OPEN + "RETURNING" + COLUMNS;

    /** The first notification was not taken: ends a challenge of which the tenant knows nothing. */
    static final String FAIL = "UPDATE challenge SET state = 'failed', ended_at = clock_timestamp(),"
            + " code_digest = NULL, pepper_no = NULL" + NAMED + OPEN
            + "AND state = 'created' AND codes = $4 RETURNING" + COLUMNS;
}
