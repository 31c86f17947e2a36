-- Cards, the vault of their numbers, and what the network is to be told of them.

-- Its rows are protected by the lock on the account's balances. The card id is the token id that callers know.
CREATE TABLE card (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    card_id uuid NOT NULL,
    -- What of the number may be shown; see Pan.masked.
    masked_number text NOT NULL,
    last_four text NOT NULL GENERATED ALWAYS AS (right(masked_number, 4)) STORED,
    -- The last day of the month of expiry, on which the card is still good.
    good_through date NOT NULL,
    sequence_no smallint NOT NULL,
    service_code text NOT NULL,
    status text NOT NULL,
    -- Counts the changes of status; numbers them in card_status_change.
    status_changes integer NOT NULL,
    pvv_key_index smallint,
    pvv text,
    pin_failures smallint NOT NULL,
    -- What address verification compares; both may be missing.
    postal_code text,
    street_digits text,
    issued_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT card_pk PRIMARY KEY (bucket, account_id, card_id),
    CONSTRAINT card_bucket_range CHECK (bucket BETWEEN 0 AND 63),
    CONSTRAINT card_status_known
        CHECK (status IN ('inactive', 'active', 'locked', 'lost', 'stolen', 'expired', 'closed')),
    CONSTRAINT card_sequence_range CHECK (sequence_no BETWEEN 0 AND 99),
    CONSTRAINT card_service_code_digits CHECK (service_code ~ '^[0-9]{3}$'),
    CONSTRAINT card_pvv_whole CHECK ((pvv IS NULL) = (pvv_key_index IS NULL)),
    CONSTRAINT card_pin_failures_not_negative CHECK (pin_failures >= 0)
)
-- A wrong PIN rewrites the row. Room on the page keeps the new version there.
WITH (fillfactor = 80);

-- Each order of cards with what came of it, which a repeat of it gets again.
CREATE TABLE card_issue (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    issue_key text NOT NULL,
    fingerprint uuid NOT NULL,
    card_ids uuid[] NOT NULL,
    issued_at timestamptz NOT NULL,
    CONSTRAINT card_issue_pk PRIMARY KEY (bucket, account_id, issue_key),
    CONSTRAINT card_issue_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);

-- Why a card has the status that it has. Never updated, never deleted.
CREATE TABLE card_status_change (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    card_id uuid NOT NULL,
    change_no integer NOT NULL,
    from_status text NOT NULL,
    to_status text NOT NULL,
    reason text NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT card_status_change_pk PRIMARY KEY (bucket, account_id, card_id, change_no),
    CONSTRAINT card_status_change_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);

-- The vault: card numbers, sealed, by the keyed digest that finds them. The one table of cards that is not looked up by
-- its account: distributed, it would be distributed by lookup_digest. It repeats the card's facts that never change, so
-- that a number finds all of them in one row of one table.
CREATE TABLE card_number (
    lookup_key_no smallint NOT NULL,
    lookup_digest bytea NOT NULL,
    card_id uuid NOT NULL,
    tenant_id integer NOT NULL,
    account_ref text NOT NULL,
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    good_through date NOT NULL,
    sequence_no smallint NOT NULL,
    service_code text NOT NULL,
    encryption_key_no smallint NOT NULL,
    wrapped_data_key bytea NOT NULL,
    nonce bytea NOT NULL,
    ciphertext bytea NOT NULL,
    -- A number under two look-up keys has two digests, which no constraint can compare: the issuer looks for both.
    CONSTRAINT card_number_pk PRIMARY KEY (lookup_key_no, lookup_digest),
    CONSTRAINT card_number_bucket_range CHECK (bucket BETWEEN 0 AND 63),
    CONSTRAINT card_number_digest_length CHECK (length(lookup_digest) = 32),
    CONSTRAINT card_number_data_key_length CHECK (length(wrapped_data_key) = 60),
    CONSTRAINT card_number_nonce_length CHECK (length(nonce) = 12)
);

-- For opening a card's number, and the order in which keys are changed.
CREATE UNIQUE INDEX card_number_card_unique ON card_number (card_id);

-- Who has seen a card number in clear, or had it used. Written before the number is opened; never updated.
CREATE TABLE card_access (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    card_id uuid NOT NULL,
    access_id uuid NOT NULL DEFAULT gen_random_uuid(),
    actor text NOT NULL,
    purpose text NOT NULL,
    accessed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT card_access_pk PRIMARY KEY (bucket, account_id, card_id, access_id),
    CONSTRAINT card_access_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);

-- What the network's stand-in file is to be told (0302), in the order of a card's changes.
CREATE TABLE file_update (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    card_id uuid NOT NULL,
    -- The change of status that it tells of.
    change_no integer NOT NULL,
    action text NOT NULL,
    reason text NOT NULL,
    created_at timestamptz NOT NULL,
    sent_at timestamptz,
    acknowledged_at timestamptz,
    attempts smallint NOT NULL,
    -- Until then it belongs to who took it, or rests after a failure.
    due_at timestamptz NOT NULL,
    CONSTRAINT file_update_pk PRIMARY KEY (bucket, account_id, card_id, change_no),
    CONSTRAINT file_update_bucket_range CHECK (bucket BETWEEN 0 AND 63),
    CONSTRAINT file_update_action_known CHECK (action IN ('add', 'delete')),
    CONSTRAINT file_update_reason_known CHECK (reason IN ('lost', 'stolen'))
);

-- Over what is still to be acknowledged, which is little.
CREATE INDEX file_update_due ON file_update (due_at) WHERE acknowledged_at IS NULL;
