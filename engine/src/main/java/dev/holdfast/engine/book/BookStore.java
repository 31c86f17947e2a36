package dev.holdfast.engine.book;

/** The statements of the write path. The package's page says in which order they run, and why. */
final class BookStore {

    private BookStore() {}

    /**
     * Locks in ascending order of (bucket, account_id, balance_no): every batch of every process takes its locks in this
     * order, so none waits for another in a circle. Sort happens below the row locks, which are taken in the sorted
     * order; a row that was waited for is read as it is then.
     */
    static final String LOCK_BALANCES = """
            SELECT b.account_id, b.balance_no, b.balance_ref, b.currency, b.account_status, b.available_minor,
                   b.held_minor, b.credit_limit_minor, b.seq, b.last_posted_at, b.chain_hash
            FROM unnest($1::smallint[], $2::uuid[]) AS named (bucket, account_id)
            JOIN balance b ON b.bucket = named.bucket AND b.account_id = named.account_id
            ORDER BY b.bucket, b.account_id, b.balance_no
            FOR UPDATE OF b
            """;

    /**
     * After the locks, so that a balance's entries have ascending times whichever process writes them. Kept for the rest
     * of the transaction, so that a later statement of the same flush can reckon from it.
     */
    static final String READ_TIME = "SELECT set_config('holdfast.now', clock_timestamp()::text, true)::timestamptz";

    /** Account rows never change, so they need no lock. After the balances, which are committed with their account. */
    static final String READ_OPENINGS = """
            SELECT a.account_id, a.opening_fingerprint, a.opened_at
            FROM unnest($1::smallint[], $2::uuid[]) AS named (bucket, account_id)
            JOIN account a ON a.bucket = named.bucket AND a.account_id = named.account_id
            """;

    static final String READ_HOLDS = "SELECT " + Shelf.HOLD_COLUMNS + """
             FROM unnest($1::smallint[], $2::uuid[], $3::uuid[]) AS named (bucket, account_id, hold_id)
            JOIN hold h ON h.bucket = named.bucket AND h.account_id = named.account_id AND h.hold_id = named.hold_id
            """;

    /**
     * One look-up per digest, which the offset makes of it: while the journal is short the planner would rather read it
     * through. Not by the bucket too, with which it would prefer the primary key and read the bucket through.
     */
    static final String READ_SETTLED_ENTRIES = "SELECT " + JournalRows.COLUMNS + """
             FROM unnest($1::uuid[]) AS named (key_digest)
            CROSS JOIN LATERAL (SELECT * FROM journal WHERE key_digest = named.key_digest OFFSET 0) j
            """;

    static final String READ_SETTLED_REFUSALS = """
            SELECT r.account_id, r.operation, r.reason, r.balance_ref, r.currency, r.available_minor,
                   r.hold_remaining_minor, r.idempotency_key, r.transaction_id, r.action_ref, r.fingerprint, r.refused_at
            FROM unnest($1::smallint[], $2::uuid[], $3::text[]) AS named (bucket, account_id, idempotency_key)
            JOIN refusal r ON r.bucket = named.bucket AND r.account_id = named.account_id
                AND r.idempotency_key = named.idempotency_key
            """;

    /**
     * An account that does not exist has no row to lock. Opening it and refusing for want of it take this lock instead,
     * so that of two processes one sees what the other did.
     */
    static final String LOCK_ABSENT_ACCOUNTS = """
            SELECT pg_advisory_xact_lock(absent.lock)
            FROM (SELECT lock FROM unnest($1::bigint[]) AS absent (lock) ORDER BY lock) AS absent
            """;

    static final String INSERT_ACCOUNTS = """
            INSERT INTO account (bucket, account_id, tenant_id, account_ref, opening_fingerprint, opened_at)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::timestamptz[])
            """;

    static final String INSERT_BALANCES = """
            INSERT INTO balance (bucket, account_id, balance_no, balance_ref, currency, account_status, available_minor,
                                 held_minor, credit_limit_minor, seq, last_posted_at, chain_hash)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::smallint[], $4::text[], $5::text[], $6::text[],
                                 $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::timestamptz[],
                                 $12::bytea[])
            """;

    static final String UPDATE_BALANCES = """
            UPDATE balance b
            SET account_status = changed.account_status, available_minor = changed.available_minor,
                held_minor = changed.held_minor, credit_limit_minor = changed.credit_limit_minor, seq = changed.seq,
                last_posted_at = changed.last_posted_at, chain_hash = changed.chain_hash
            FROM unnest($1::smallint[], $2::uuid[], $3::smallint[], $4::text[], $5::bigint[], $6::bigint[],
                        $7::bigint[], $8::bigint[], $9::timestamptz[], $10::bytea[])
                AS changed (bucket, account_id, balance_no, account_status, available_minor, held_minor,
                            credit_limit_minor, seq, last_posted_at, chain_hash)
            WHERE b.bucket = changed.bucket AND b.account_id = changed.account_id AND b.balance_no = changed.balance_no
            """;

    static final String INSERT_HOLDS = """
            INSERT INTO hold (bucket, account_id, hold_id, balance_no, authorized_minor, released_minor,
                              captured_minor, status, opened_at, closed_at, payment_id)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::smallint[], $5::bigint[], $6::bigint[],
                                 $7::bigint[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::uuid[])
            """;

    static final String UPDATE_HOLDS = """
            UPDATE hold h
            SET authorized_minor = changed.authorized_minor, released_minor = changed.released_minor,
                captured_minor = changed.captured_minor, status = changed.status, closed_at = changed.closed_at
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[],
                        $8::timestamptz[])
                AS changed (bucket, account_id, hold_id, authorized_minor, released_minor, captured_minor, status,
                            closed_at)
            WHERE h.bucket = changed.bucket AND h.account_id = changed.account_id AND h.hold_id = changed.hold_id
            """;

    static final String INSERT_ENTRIES = """
            INSERT INTO journal (bucket, account_id, balance_no, seq, operation, debit_code, credit_code, amount_minor,
                                 currency, forced, available_after_minor, held_after_minor, hold_id,
                                 hold_remaining_minor, key_digest, idempotency_key, transaction_id, action_ref,
                                 fingerprint, posted_at, chain_hash)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::smallint[], $4::bigint[], $5::smallint[],
                                 $6::smallint[], $7::smallint[], $8::bigint[], $9::text[], $10::boolean[],
                                 $11::bigint[], $12::bigint[], $13::uuid[], $14::bigint[], $15::uuid[], $16::text[],
                                 $17::text[], $18::text[], $19::uuid[], $20::timestamptz[], $21::bytea[])
            """;

    /**
     * A refusal for want of an account that another process has opened since gets no reason, which the table rejects:
     * the batch runs again and finds the account.
     */
    static final String INSERT_REFUSALS = """
            INSERT INTO refusal (bucket, account_id, tenant_id, account_ref, idempotency_key, operation, reason,
                                 balance_ref, currency, available_minor, hold_remaining_minor, transaction_id,
                                 action_ref, fingerprint, refused_at)
            SELECT r.bucket, r.account_id, r.tenant_id, r.account_ref, r.idempotency_key, r.operation,
                   CASE WHEN r.account_missing
                             AND (SELECT a.bucket FROM account a
                                  WHERE a.bucket = r.bucket AND a.account_id = r.account_id LIMIT 1) IS NOT NULL
                        THEN NULL ELSE r.reason END,
                   r.balance_ref, r.currency, r.available_minor, r.hold_remaining_minor, r.transaction_id,
                   r.action_ref, r.fingerprint, r.refused_at
            FROM unnest($1::smallint[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::smallint[], $7::text[],
                        $8::text[], $9::text[], $10::bigint[], $11::bigint[], $12::text[], $13::text[], $14::uuid[],
                        $15::timestamptz[], $16::boolean[])
                AS r (bucket, account_id, tenant_id, account_ref, idempotency_key, operation, reason, balance_ref,
                      currency, available_minor, hold_remaining_minor, transaction_id, action_ref, fingerprint,
                      refused_at, account_missing)
            """;

    /** Last before the commit, in sorted order: rows that batches of other processes may wait for are held briefly. */
    static final String ADD_TOTALS = """
            INSERT INTO total (bucket, tenant_id, currency, code, debit_minor, credit_minor, open_holds)
            SELECT * FROM unnest($1::smallint[], $2::int[], $3::text[], $4::smallint[], $5::bigint[], $6::bigint[],
                                 $7::bigint[]) AS added (bucket, tenant_id, currency, code, debit, credit, holds)
            ORDER BY bucket, tenant_id, currency, code
            ON CONFLICT (bucket, tenant_id, currency, code) DO UPDATE
            SET debit_minor = total.debit_minor + excluded.debit_minor,
                credit_minor = total.credit_minor + excluded.credit_minor,
                open_holds = total.open_holds + excluded.open_holds
            """;
}
