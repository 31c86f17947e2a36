-- Card network messages, and payments that expire. What V2 kept of messages and names had no door yet, and so no rows.

DROP TABLE payment_message;
DROP TABLE payment_name;

-- When what is approved and not captured is given back; null if nothing would be.
ALTER TABLE payment ADD COLUMN expires_at timestamptz;

CREATE INDEX payment_expiry ON payment (bucket, expires_at) WHERE expires_at IS NOT NULL;

-- An adjustment may take from the customer.
ALTER TABLE payment_fact DROP CONSTRAINT payment_fact_amount_not_negative;
ALTER TABLE payment_fact ADD CONSTRAINT payment_fact_amount_not_negative
    CHECK (amount_minor >= 0 OR type = 'adjusted');

-- By what messages call a payment. A name is a digest of the account and of what the message says; the payment's first
-- name is its id.
CREATE TABLE payment_name (
    bucket smallint NOT NULL,
    name uuid NOT NULL,
    account_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    CONSTRAINT payment_name_pk PRIMARY KEY (bucket, name),
    CONSTRAINT payment_name_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);

-- Each message of the network with its answer, which a repeat of it gets again. One row per message, also where no
-- decision was reached. Never updated, never deleted.
CREATE TABLE network_message (
    bucket smallint NOT NULL,
    function smallint NOT NULL,
    response smallint NOT NULL,
    decided_by smallint NOT NULL,
    -- Nil where the card is unknown.
    account_id uuid NOT NULL,
    message_id uuid NOT NULL,
    fingerprint uuid NOT NULL,
    -- The request that the message is, or is about.
    authorization_id uuid,
    payment_id uuid,
    card_id uuid,
    approved_minor bigint NOT NULL,
    ledger_minor bigint NOT NULL,
    available_minor bigint NOT NULL,
    sent_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    decided_at timestamptz NOT NULL,
    approval_code text,
    address_match text,
    -- Every failing reason, the decisive one first, one a line.
    reasons text NOT NULL,
    flags text NOT NULL,
    -- The control versions that were asked.
    controls text NOT NULL,
    -- What the message said, without card data: a JSON object.
    details text NOT NULL,
    -- Without the account, which is in the id: by it, messages would be looked for among all of a busy account.
    CONSTRAINT network_message_pk PRIMARY KEY (bucket, message_id),
    CONSTRAINT network_message_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);

-- Hash, not B-tree: asked by equality only.
CREATE INDEX network_message_authorization ON network_message USING hash (authorization_id);

-- Not beginning with the bucket, or it would be taken for looking messages up by id while the table is small.
CREATE INDEX network_message_time ON network_message (account_id, decided_at);
