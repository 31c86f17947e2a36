package dev.holdfast.engine.query;

import dev.holdfast.engine.book.JournalRows;

/** The statements that read. Each starts from the account, by its key, and goes on by primary key. */
final class QueryStore {

    private QueryStore() {}

    static final String ACCOUNT = """
            SELECT a.account_ref, b.account_status, a.opened_at, b.balance_ref, b.currency, b.available_minor, b.held_minor,
                   b.credit_limit_minor, b.balance_no
            FROM account a
            JOIN balance b ON b.bucket = a.bucket AND b.account_id = a.account_id
            WHERE a.bucket = $1 AND a.account_id = $2
            ORDER BY b.balance_no
            """;

    /** The last entry of each balance not after the instant; a balance without one had nothing. */
    static final String ACCOUNT_AT = """
            SELECT a.account_ref, b.account_status, a.opened_at, b.balance_ref, b.currency,
                   coalesce(j.available_after_minor, 0), coalesce(j.held_after_minor, 0), b.credit_limit_minor,
                   b.balance_no
            FROM account a
            JOIN balance b ON b.bucket = a.bucket AND b.account_id = a.account_id
            LEFT JOIN LATERAL (
                SELECT e.available_after_minor, e.held_after_minor
                FROM journal e
                WHERE e.bucket = b.bucket AND e.account_id = b.account_id AND e.balance_no = b.balance_no
                  AND e.posted_at <= $3
                ORDER BY e.seq DESC
                LIMIT 1
            ) j ON true
            WHERE a.bucket = $1 AND a.account_id = $2
            ORDER BY b.balance_no
            """;

    /**
     * The newest entries below a position in each balance ($3, one element per balance), merged by time. A position per
     * balance, and not one time for all, lets every page start in the index where the last one ended.
     */
    static final String ENTRIES = "SELECT " + JournalRows.COLUMNS + """
            , a.account_ref, b.balance_ref
            FROM account a
            JOIN balance b ON b.bucket = a.bucket AND b.account_id = a.account_id
            CROSS JOIN LATERAL (
                SELECT e.*
                FROM journal e
                WHERE e.bucket = b.bucket AND e.account_id = b.account_id AND e.balance_no = b.balance_no
                  AND e.seq < ($3::bigint[])[b.balance_no + 1]
                  AND ($4::timestamptz IS NULL OR e.posted_at >= $4)
                  AND ($5::timestamptz IS NULL OR e.posted_at < $5)
                  AND ($6::text IS NULL OR e.transaction_id = $6)
                ORDER BY e.seq DESC
                LIMIT $7
            ) j
            WHERE a.bucket = $1 AND a.account_id = $2
            ORDER BY j.posted_at DESC, j.balance_no DESC, j.seq DESC
            LIMIT $7
            """;

    static final String HOLDS = """
            SELECT h.hold_id, b.balance_ref, b.currency, h.status, h.authorized_minor, h.released_minor,
                   h.captured_minor, h.opened_at, h.closed_at
            FROM hold h
            JOIN balance b ON b.bucket = h.bucket AND b.account_id = h.account_id AND b.balance_no = h.balance_no
            WHERE h.bucket = $1 AND h.account_id = $2 AND h.hold_id > $3 AND (h.status = 'open' OR NOT $4)
            ORDER BY h.hold_id
            LIMIT $5
            """;

    static final String TRANSACTION = "SELECT " + JournalRows.COLUMNS + """
            , a.account_ref, b.balance_ref
            FROM journal j
            JOIN account a ON a.bucket = j.bucket AND a.account_id = j.account_id
            JOIN balance b ON b.bucket = j.bucket AND b.account_id = j.account_id AND b.balance_no = j.balance_no
            WHERE j.transaction_id = $1 AND a.tenant_id = $2
            ORDER BY j.posted_at, j.account_id, j.balance_no, j.seq
            LIMIT $3
            """;

    static final String TRIAL_BALANCE = """
            SELECT currency, code, sum(debit_minor), sum(credit_minor)
            FROM total
            WHERE tenant_id = $1
            GROUP BY currency, code
            ORDER BY currency, code
            """;
}
