-- Card payments: what their messages stated, and by which names messages find them. The money is in the ledger's tables.

CREATE TABLE payment (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    balance_no smallint NOT NULL,
    -- The newest of its holds: a payment whose hold was closed opens another if it needs one again.
    hold_id uuid,
    opened_at timestamptz NOT NULL,
    CONSTRAINT payment_pk PRIMARY KEY (bucket, account_id, payment_id),
    CONSTRAINT payment_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);

-- Never updated, never deleted: a fact stands, and later ones take its effect away.
CREATE TABLE payment_fact (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    type text NOT NULL,
    ref text NOT NULL,
    amount_minor bigint NOT NULL,
    CONSTRAINT payment_fact_pk PRIMARY KEY (bucket, account_id, payment_id, type, ref, amount_minor),
    CONSTRAINT payment_fact_bucket_range CHECK (bucket BETWEEN 0 AND 63),
    CONSTRAINT payment_fact_amount_not_negative CHECK (amount_minor >= 0)
);

CREATE TABLE payment_name (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    payment_id uuid NOT NULL,
    CONSTRAINT payment_name_pk PRIMARY KEY (bucket, account_id, name),
    CONSTRAINT payment_name_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);

-- Each message with its answer, which a repeat of it gets again.
CREATE TABLE payment_message (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    message_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    fingerprint uuid NOT NULL,
    declines text[] NOT NULL,
    available_minor bigint NOT NULL,
    answered_at timestamptz NOT NULL,
    CONSTRAINT payment_message_pk PRIMARY KEY (bucket, account_id, message_id),
    CONSTRAINT payment_message_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);

-- The card payment that the hold belongs to; null for a hold that the tenant has opened through the ledger.
ALTER TABLE hold ADD COLUMN payment_id uuid;
