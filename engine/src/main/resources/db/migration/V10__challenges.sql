-- 3-D Secure challenges. The first six bits of challenge_id are the bucket, too: a challenge is found by its id alone.

CREATE TABLE challenge (
    bucket smallint NOT NULL,
    challenge_id uuid NOT NULL,
    tenant_id integer NOT NULL,
    account_id uuid NOT NULL,
    account_ref text NOT NULL,
    card_id uuid NOT NULL,
    customer_ref text NOT NULL,
    -- Names the start: the same start again is answered with the same challenge.
    request_key text NOT NULL,
    method text NOT NULL,
    merchant_name text NOT NULL,
    amount_minor bigint NOT NULL,
    currency text NOT NULL,
    state text NOT NULL,
    -- What the tenant said with its answer.
    reason text,
    -- Codes that were typed, counted before they are compared, over all the codes that were made.
    attempts smallint NOT NULL,
    codes smallint NOT NULL,
    -- HMAC of the last code under the numbered pepper, which is not in the database. Gone once the challenge is over.
    code_digest bytea,
    pepper_no smallint,
    masked_email text,
    masked_phone_number text,
    created_at timestamptz NOT NULL,
    last_code_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- Null while it is open. Set once, with its terminal state, by a statement that asks for null here.
    ended_at timestamptz,
    CONSTRAINT challenge_pk PRIMARY KEY (bucket, challenge_id),
    CONSTRAINT challenge_request_unique UNIQUE (bucket, account_id, request_key),
    CONSTRAINT challenge_bucket_range CHECK (bucket BETWEEN 0 AND 63),
    CONSTRAINT challenge_method_known CHECK (method IN ('oob', 'otp')),
    CONSTRAINT challenge_state_known
        CHECK (state IN ('created', 'notified', 'delivered', 'approved', 'declined', 'cancelled', 'expired',
                         'attempts_exceeded', 'failed')),
    CONSTRAINT challenge_ended_whole CHECK ((ended_at IS NULL) = (state IN ('created', 'notified', 'delivered'))),
    CONSTRAINT challenge_code_whole
        CHECK ((code_digest IS NULL) = (pepper_no IS NULL)
               AND (code_digest IS NOT NULL) = (method = 'otp' AND ended_at IS NULL)),
    CONSTRAINT challenge_code_digest_length CHECK (length(code_digest) = 32),
    CONSTRAINT challenge_counts_not_negative CHECK (attempts >= 0 AND codes >= 0)
)
-- Each step rewrites the row.
WITH (fillfactor = 70);

-- What an account has started in the last hour.
CREATE INDEX challenge_started ON challenge (bucket, account_id, created_at);

-- Over what is open, which is little.
CREATE INDEX challenge_due ON challenge (expires_at) WHERE ended_at IS NULL;
