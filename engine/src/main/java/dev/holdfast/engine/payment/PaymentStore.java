package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Shelf;

import java.util.List;

/** The statements of payments on the write path. Each is one index look-up per array element. */
final class PaymentStore {

    private PaymentStore() {}

    /** Where the payment's columns begin: behind {@link Shelf#HOLD_COLUMNS}. */
    static final int PAYMENT = 10;

    /**
     * A row for each fact; a payment has one at least. A name of a part leads to the payment that the part was joined to. Each
     * table is looked up on its own, behind an offset that the planner does not take apart: joined, its rows may be looked for
     * among all of the account.
     */
    static final String READ_PAYMENTS = "SELECT " + Shelf.HOLD_COLUMNS
            + ", n.account_id, n.name, p.payment_id, p.balance_no, p.hold_id, p.expires_at, "
            + FactRows.COLUMNS + """
             FROM unnest($1::smallint[], $2::uuid[]) AS named (bucket, name)
            JOIN payment_name n ON n.bucket = named.bucket AND n.name = named.name
            CROSS JOIN LATERAL (
                SELECT * FROM payment
                WHERE payment.bucket = n.bucket AND payment.account_id = n.account_id
                    AND payment.payment_id = n.payment_id
                OFFSET 0) part
            CROSS JOIN LATERAL (
                SELECT * FROM payment
                WHERE payment.bucket = part.bucket AND payment.account_id = part.account_id
                    AND payment.payment_id = coalesce(part.joined_to, part.payment_id)
                OFFSET 0) p
            LEFT JOIN LATERAL (
                SELECT * FROM hold
                WHERE hold.bucket = p.bucket AND hold.account_id = p.account_id AND hold.hold_id = p.hold_id
                OFFSET 0) h ON true
            CROSS JOIN LATERAL (
                SELECT * FROM payment_fact
                WHERE payment_fact.bucket = p.bucket AND payment_fact.account_id = p.account_id
                    AND payment_fact.payment_id = p.payment_id
                OFFSET 0) f
            """;

    static final String INSERT_PAYMENTS = """
            INSERT INTO payment (bucket, account_id, payment_id, balance_no, hold_id, expires_at, opened_at)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::smallint[], $5::uuid[],
                                 $6::timestamptz[], $7::timestamptz[])
            """;

    static final String UPDATE_PAYMENTS = """
            UPDATE payment p SET hold_id = changed.hold_id, expires_at = changed.expires_at
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[])
                AS changed (bucket, account_id, payment_id, hold_id, expires_at)
            WHERE p.bucket = changed.bucket AND p.account_id = changed.account_id
              AND p.payment_id = changed.payment_id
            """;

    static final String JOIN_PAYMENTS = """
            UPDATE payment p SET joined_to = joined.target
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[])
                AS joined (bucket, account_id, payment_id, target)
            WHERE p.bucket = joined.bucket AND p.account_id = joined.account_id AND p.payment_id = joined.payment_id
            """;

    /** Parts of a part: all point at the payment itself, so that it is found in one step. Looked up as above. */
    static final String FOLLOW_PAYMENTS = """
            UPDATE payment p SET joined_to = joined.target
            FROM (
                SELECT j.bucket, j.account_id, part.payment_id, j.target
                FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[])
                    AS j (bucket, account_id, payment_id, target)
                CROSS JOIN LATERAL (
                    SELECT payment.payment_id FROM payment WHERE payment.joined_to = j.payment_id OFFSET 0) part
                OFFSET 0) AS joined
            WHERE p.bucket = joined.bucket AND p.account_id = joined.account_id AND p.payment_id = joined.payment_id
            """;

    static final String INSERT_FACTS = """
            INSERT INTO payment_fact (bucket, account_id, payment_id, type, ref, amount_minor)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bigint[])
            """;

    static final String INSERT_NAMES = """
            INSERT INTO payment_name (bucket, account_id, name, payment_id)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[])
            """;

    /** A loose name means the newest payment that has it. */
    static final String UPSERT_LOOSE_NAMES = INSERT_NAMES + """
             ON CONFLICT (bucket, name) DO UPDATE SET payment_id = EXCLUDED.payment_id
            """;

    static final List<String> ALL = List.of(
            READ_PAYMENTS,
            INSERT_PAYMENTS,
            UPDATE_PAYMENTS,
            JOIN_PAYMENTS,
            FOLLOW_PAYMENTS,
            INSERT_FACTS,
            INSERT_NAMES,
            UPSERT_LOOSE_NAMES);
}
