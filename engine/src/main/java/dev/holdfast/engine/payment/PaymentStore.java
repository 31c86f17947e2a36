package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.Shelf;

import java.util.List;

/** The statements of payments on the write path. Each is one index look-up per array element. */
final class PaymentStore {

    private PaymentStore() {}

    static final String READ_PAYMENTS = """
            SELECT n.account_id, n.name, p.payment_id, p.balance_no, p.hold_id
            FROM unnest($1::smallint[], $2::uuid[], $3::text[]) AS named (bucket, account_id, name)
            JOIN payment_name n ON n.bucket = named.bucket AND n.account_id = named.account_id AND n.name = named.name
            JOIN payment p ON p.bucket = n.bucket AND p.account_id = n.account_id AND p.payment_id = n.payment_id
            """;

    static final String READ_FACTS = "SELECT n.account_id, n.name, " + FactRows.COLUMNS + """
             FROM unnest($1::smallint[], $2::uuid[], $3::text[]) AS named (bucket, account_id, name)
            JOIN payment_name n ON n.bucket = named.bucket AND n.account_id = named.account_id AND n.name = named.name
            JOIN payment_fact f ON f.bucket = n.bucket AND f.account_id = n.account_id AND f.payment_id = n.payment_id
            """;

    static final String READ_HOLDS = "SELECT " + Shelf.HOLD_COLUMNS + """
             FROM unnest($1::smallint[], $2::uuid[], $3::text[]) AS named (bucket, account_id, name)
            JOIN payment_name n ON n.bucket = named.bucket AND n.account_id = named.account_id AND n.name = named.name
            JOIN payment p ON p.bucket = n.bucket AND p.account_id = n.account_id AND p.payment_id = n.payment_id
            JOIN hold h ON h.bucket = p.bucket AND h.account_id = p.account_id AND h.hold_id = p.hold_id
            """;

    static final String READ_MESSAGES = """
            SELECT m.account_id, m.message_id, m.payment_id, m.fingerprint, m.declines, m.available_minor
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[]) AS named (bucket, account_id, message_id)
            JOIN payment_message m ON m.bucket = named.bucket AND m.account_id = named.account_id
                AND m.message_id = named.message_id
            """;

    static final String INSERT_PAYMENTS = """
            INSERT INTO payment (bucket, account_id, payment_id, balance_no, hold_id, opened_at)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::smallint[], $5::uuid[],
                                 $6::timestamptz[])
            """;

    static final String UPDATE_PAYMENTS = """
            UPDATE payment p SET hold_id = changed.hold_id
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[])
                AS changed (bucket, account_id, payment_id, hold_id)
            WHERE p.bucket = changed.bucket AND p.account_id = changed.account_id
              AND p.payment_id = changed.payment_id
            """;

    static final String INSERT_FACTS = """
            INSERT INTO payment_fact (bucket, account_id, payment_id, type, ref, amount_minor)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::bigint[])
            """;

    static final String INSERT_NAMES = """
            INSERT INTO payment_name (bucket, account_id, name, payment_id)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::text[], $4::uuid[])
            """;

    /** Reasons as one text each, since arrays of arrays must have one length. */
    static final String INSERT_MESSAGES = """
            INSERT INTO payment_message (bucket, account_id, message_id, payment_id, fingerprint, declines,
                                         available_minor, answered_at)
            SELECT m.bucket, m.account_id, m.message_id, m.payment_id, m.fingerprint,
                   string_to_array(m.declines, ','), m.available_minor, m.answered_at
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[],
                        $8::timestamptz[])
                AS m (bucket, account_id, message_id, payment_id, fingerprint, declines, available_minor, answered_at)
            """;

    static final List<String> ALL = List.of(
            READ_PAYMENTS,
            READ_FACTS,
            READ_HOLDS,
            READ_MESSAGES,
            INSERT_PAYMENTS,
            UPDATE_PAYMENTS,
            INSERT_FACTS,
            INSERT_NAMES,
            INSERT_MESSAGES);
}
