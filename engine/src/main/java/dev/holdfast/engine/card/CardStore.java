package dev.holdfast.engine.card;

import java.util.List;

/** The statements of cards on the write path. Each reading one is one index look-up per array element. */
final class CardStore {

    private CardStore() {}

    /** What {@link CardRows#booked} reads, from {@code card c}. */
    static final String COLUMNS = """
            c.account_id, c.card_id, c.masked_number, c.good_through, c.sequence_no, c.service_code, c.issued_at,
            c.status, c.status_changes, c.pvv_key_index, c.pvv, c.pin_failures, c.postal_code, c.street_digits
            """;

    static final String READ_CARDS = "SELECT " + COLUMNS + """
             FROM unnest($1::smallint[], $2::uuid[], $3::uuid[]) AS named (bucket, account_id, card_id)
            JOIN card c ON c.bucket = named.bucket AND c.account_id = named.account_id AND c.card_id = named.card_id
            """;

    /** The cards of an order, in the order in which they were issued. */
    static final String READ_ISSUED = "SELECT " + COLUMNS + """
            , i.issue_key, i.fingerprint
             FROM unnest($1::smallint[], $2::uuid[], $3::text[]) AS named (bucket, account_id, issue_key)
            JOIN card_issue i ON i.bucket = named.bucket AND i.account_id = named.account_id
                AND i.issue_key = named.issue_key
            CROSS JOIN LATERAL unnest(i.card_ids) WITH ORDINALITY AS issued (card_id, place)
            JOIN card c ON c.bucket = i.bucket AND c.account_id = i.account_id AND c.card_id = issued.card_id
            ORDER BY issued.place
            """;

    static final String INSERT_CARDS = """
            INSERT INTO card (bucket, account_id, card_id, status, status_changes, pvv_key_index, pvv, pin_failures,
                              postal_code, street_digits, masked_number, good_through, sequence_no, service_code,
                              issued_at, changed_at)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::text[], $5::integer[], $6::smallint[],
                                 $7::text[], $8::smallint[], $9::text[], $10::text[], $11::text[], $12::date[],
                                 $13::smallint[], $14::text[], $15::timestamptz[], $16::timestamptz[])
            """;

    static final String UPDATE_CARDS = """
            UPDATE card c SET status = changed.status, status_changes = changed.status_changes,
                pvv_key_index = changed.pvv_key_index, pvv = changed.pvv, pin_failures = changed.pin_failures,
                postal_code = changed.postal_code, street_digits = changed.street_digits,
                changed_at = changed.changed_at
            FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::text[], $5::integer[], $6::smallint[],
                        $7::text[], $8::smallint[], $9::text[], $10::text[], $11::timestamptz[])
                AS changed (bucket, account_id, card_id, status, status_changes, pvv_key_index, pvv, pin_failures,
                            postal_code, street_digits, changed_at)
            WHERE c.bucket = changed.bucket AND c.account_id = changed.account_id AND c.card_id = changed.card_id
            """;

    static final String INSERT_NUMBERS = """
            INSERT INTO card_number (lookup_key_no, lookup_digest, card_id, tenant_id, account_ref, bucket, account_id,
                                     good_through, sequence_no, service_code, encryption_key_no, wrapped_data_key,
                                     nonce, ciphertext)
            SELECT * FROM unnest($1::smallint[], $2::bytea[], $3::uuid[], $4::integer[], $5::text[], $6::smallint[],
                                 $7::uuid[], $8::date[], $9::smallint[], $10::text[], $11::smallint[], $12::bytea[],
                                 $13::bytea[], $14::bytea[])
            """;

    /** Ids as one text each, since arrays of arrays must have one length. */
    static final String INSERT_ISSUES = """
            INSERT INTO card_issue (bucket, account_id, issue_key, fingerprint, card_ids, issued_at)
            SELECT i.bucket, i.account_id, i.issue_key, i.fingerprint, string_to_array(i.card_ids, ',')::uuid[],
                   i.issued_at
            FROM unnest($1::smallint[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[])
                AS i (bucket, account_id, issue_key, fingerprint, card_ids, issued_at)
            """;

    static final String INSERT_CHANGES = """
            INSERT INTO card_status_change (bucket, account_id, card_id, change_no, from_status, to_status, reason,
                                            changed_at)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::integer[], $5::text[], $6::text[],
                                 $7::text[], $8::timestamptz[])
            """;

    static final String INSERT_FILE_UPDATES = """
            INSERT INTO file_update (bucket, account_id, card_id, change_no, action, reason, created_at, due_at,
                                     attempts)
            SELECT *, 0 FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::integer[], $5::text[], $6::text[],
                                    $7::timestamptz[], $8::timestamptz[])
            """;

    static final List<String> ALL = List.of(
            READ_CARDS,
            READ_ISSUED,
            INSERT_CARDS,
            UPDATE_CARDS,
            INSERT_NUMBERS,
            INSERT_ISSUES,
            INSERT_CHANGES,
            INSERT_FILE_UPDATES);
}
