package dev.holdfast.engine.verification;

import dev.holdfast.engine.book.JournalRows;
import dev.holdfast.engine.payment.FactRows;

/** The statements of verification. All but the glance read one bucket. */
final class VerificationStore {

    private VerificationStore() {}

    static final String SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    static final String BALANCES = """
            SELECT b.account_id, b.balance_no, b.balance_ref, b.currency, b.available_minor, b.held_minor, b.seq,
                   b.chain_hash, a.tenant_id, a.account_ref, b.account_status,
                   coalesce(d.account_status, 'no default balance')
            FROM balance b
            LEFT JOIN account a ON a.bucket = b.bucket AND a.account_id = b.account_id
            LEFT JOIN balance d ON d.bucket = b.bucket AND d.account_id = b.account_id AND d.balance_no = 0
            WHERE b.bucket = $1
            """;

    static final String ACCOUNTS_WITHOUT_BALANCE = """
            SELECT a.account_id, a.account_ref
            FROM account a
            LEFT JOIN balance b ON b.bucket = a.bucket AND b.account_id = a.account_id AND b.balance_no = 0
            WHERE a.bucket = $1 AND b.account_id IS NULL
            LIMIT 100
            """;

    static final String JOURNAL = "SELECT " + JournalRows.COLUMNS + """
            , j.debit_code, j.credit_code, j.key_digest
            FROM journal j
            WHERE j.bucket = $1
            ORDER BY j.account_id, j.balance_no, j.seq
            """;

    static final String HOLDS = """
            SELECT account_id, hold_id, balance_no, authorized_minor, released_minor, captured_minor, status
            FROM hold
            WHERE bucket = $1
            """;

    static final String FACTS = "SELECT f.payment_id, " + FactRows.COLUMNS + " FROM payment_fact f WHERE f.bucket = $1";

    static final String JOINED =
            "SELECT payment_id, joined_to FROM payment WHERE bucket = $1 AND joined_to IS NOT NULL";

    static final String TOTALS =
            "SELECT tenant_id, currency, code, debit_minor, credit_minor, open_holds FROM total WHERE bucket = $1";

    static final String KEYS_WITH_TWO_ANSWERS = """
            SELECT r.account_id, r.idempotency_key
            FROM refusal r
            JOIN journal j ON j.bucket = r.bucket AND j.account_id = r.account_id
                AND j.idempotency_key = r.idempotency_key
            WHERE r.bucket = $1
            LIMIT 100
            """;

    /** One statement, so that totals and balances are of one instant. Codes: 1 is available, 2 is held. */
    static final String GLANCE = """
            SELECT currency, coalesce(t.debits, 0), coalesce(t.credits, 0), coalesce(t.available, 0),
                   coalesce(t.held, 0), coalesce(t.open_holds, 0), coalesce(b.available, 0), coalesce(b.held, 0)
            FROM (
                SELECT currency, sum(debit_minor) AS debits, sum(credit_minor) AS credits,
                       sum(credit_minor - debit_minor) FILTER (WHERE code = 1) AS available,
                       sum(credit_minor - debit_minor) FILTER (WHERE code = 2) AS held,
                       sum(open_holds)::numeric AS open_holds
                FROM total
                GROUP BY currency
            ) t
            FULL JOIN (
                SELECT currency, sum(available_minor) AS available, sum(held_minor) AS held
                FROM balance
                GROUP BY currency
            ) b USING (currency)
            """;
}
