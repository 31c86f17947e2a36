package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What must be true of every book, asked in SQL: a second opinion beside the engine's own verification. */
public final class Invariants {

    /** Each query returns the rows that break the rule. */
    private static final Map<String, String> RULES = Map.of(
            "debits equal credits in every currency", """
                    SELECT tenant_id, currency, sum(debit_minor), sum(credit_minor) FROM total
                    GROUP BY tenant_id, currency HAVING sum(debit_minor) <> sum(credit_minor)""",
            "a balance is the sum of its journal", """
                    SELECT b.account_id, b.balance_no, b.available_minor, b.held_minor, j.*
                    FROM balance b LEFT JOIN LATERAL (
                        SELECT coalesce(sum(CASE WHEN credit_code = 1 THEN amount_minor
                                                 WHEN debit_code = 1 THEN -amount_minor END), 0) AS available,
                               coalesce(sum(CASE WHEN credit_code = 2 THEN amount_minor
                                                 WHEN debit_code = 2 THEN -amount_minor END), 0) AS held,
                               count(*) AS entries, coalesce(max(seq), 0) AS newest
                        FROM journal j WHERE j.bucket = b.bucket AND j.account_id = b.account_id
                                         AND j.balance_no = b.balance_no) j ON true
                    WHERE b.available_minor <> j.available OR b.held_minor <> j.held
                       OR b.seq <> j.entries OR b.seq <> j.newest""",
            "held is the sum of the open holds", """
                    SELECT b.account_id, b.balance_no, b.held_minor, h.remaining
                    FROM balance b LEFT JOIN LATERAL (
                        SELECT coalesce(sum(remaining_minor), 0) AS remaining FROM hold h
                        WHERE h.bucket = b.bucket AND h.account_id = b.account_id AND h.balance_no = b.balance_no) h
                        ON true
                    WHERE b.held_minor <> h.remaining""",
            "a total is the sum of the journal", """
                    SELECT * FROM (
                        SELECT bucket, tenant_id, currency, code, sum(debit_minor) AS debit, sum(credit_minor) AS credit
                        FROM total GROUP BY 1, 2, 3, 4) t
                    FULL JOIN (
                        SELECT j.bucket, a.tenant_id, j.currency, side.code,
                               sum(side.debit) AS debit, sum(side.credit) AS credit
                        FROM journal j JOIN account a USING (bucket, account_id),
                             LATERAL (VALUES (j.debit_code, j.amount_minor, 0), (j.credit_code, 0, j.amount_minor))
                                 AS side (code, debit, credit)
                        GROUP BY 1, 2, 3, 4) j USING (bucket, tenant_id, currency, code)
                    WHERE t.debit IS DISTINCT FROM j.debit OR t.credit IS DISTINCT FROM j.credit""",
            "open holds are counted", """
                    SELECT t.open, h.open FROM (SELECT coalesce(sum(open_holds), 0) AS open FROM total) t,
                        (SELECT count(*) AS open FROM hold WHERE status = 'open') h
                    WHERE t.open <> h.open""",
            "no key has both an effect and a refusal", """
                    SELECT * FROM journal JOIN refusal USING (bucket, account_id, idempotency_key)""",
            "every balance has an account, every entry a balance, every hold a balance", """
                    SELECT 'balance', b.account_id FROM balance b LEFT JOIN account a USING (bucket, account_id)
                    WHERE a.account_id IS NULL
                    UNION ALL
                    SELECT 'journal', j.account_id FROM journal j
                    LEFT JOIN balance b USING (bucket, account_id, balance_no) WHERE b.account_id IS NULL
                    UNION ALL
                    SELECT 'hold', h.account_id FROM hold h
                    LEFT JOIN balance b USING (bucket, account_id, balance_no) WHERE b.account_id IS NULL""");

    private Invariants() {}

    /** Fails with the rule that is broken and the rows that break it. */
    public static void assertHold(DatabaseUrl database) {
        RULES.forEach((rule, sql) ->
                assertThat(Jdbc.queryRows(database, sql)).as(rule).isEmpty());
    }
}
