package dev.holdfast.engine.network;

import java.util.List;

/** The statements of messages on the write path. */
final class MessageStore {

    private MessageStore() {}

    static final String READ_MESSAGES = """
            SELECT m.account_id, m.message_id, m.fingerprint, m.payment_id, m.response, m.decided_by, m.reasons, m.flags,
                   m.approved_minor, m.ledger_minor, m.available_minor, m.approval_code, m.address_match, m.controls,
                   m.received_at
            FROM unnest($1::smallint[], $2::uuid[]) AS named (bucket, message_id)
            JOIN network_message m ON m.bucket = named.bucket AND m.message_id = named.message_id
            """;

    static final String INSERT_MESSAGES = """
            INSERT INTO network_message (bucket, account_id, message_id, fingerprint, function, authorization_id,
                                         payment_id, card_id, response, decided_by, reasons, flags, approved_minor,
                                         ledger_minor, available_minor, approval_code, address_match, controls, sent_at,
                                         received_at, decided_at, details)
            SELECT * FROM unnest($1::smallint[], $2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::uuid[], $7::uuid[],
                                 $8::uuid[], $9::smallint[], $10::smallint[], $11::text[], $12::text[], $13::bigint[],
                                 $14::bigint[], $15::bigint[], $16::text[], $17::text[], $18::text[],
                                 $19::timestamptz[], $20::timestamptz[], $21::timestamptz[], $22::text[])
            """;

    /** Where the card is unknown no lock orders two of the same message. */
    static final String INSERT_UNPLACED = INSERT_MESSAGES + " ON CONFLICT DO NOTHING";

    static final List<String> ALL = List.of(READ_MESSAGES, INSERT_MESSAGES, INSERT_UNPLACED);
}
