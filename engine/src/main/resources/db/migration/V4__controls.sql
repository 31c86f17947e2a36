-- Spend controls: the rules, who they are assigned to, and what velocity has been counted. And each tenant's settings.

CREATE TABLE control (
    tenant_id integer NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT control_pk PRIMARY KEY (tenant_id, name),
    CONSTRAINT control_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
    CONSTRAINT control_name_length CHECK (length(name) BETWEEN 1 AND 64)
);

CREATE TABLE control_version (
    tenant_id integer NOT NULL,
    control text NOT NULL,
    number integer NOT NULL,
    status text NOT NULL,
    rules jsonb NOT NULL,
    -- Of the rules' canonical text: whoever has read those rules once need not be sent them again.
    rules_digest uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    shadow_at timestamptz,
    active_at timestamptz,
    retired_at timestamptz,
    CONSTRAINT control_version_pk PRIMARY KEY (tenant_id, control, number),
    CONSTRAINT control_version_control_fk FOREIGN KEY (tenant_id, control) REFERENCES control (tenant_id, name),
    CONSTRAINT control_version_number_positive CHECK (number > 0),
    CONSTRAINT control_version_status_known CHECK (status IN ('draft', 'shadow', 'active', 'retired'))
);

-- At most one of each; and the write path finds both by it, however many versions came before.
CREATE UNIQUE INDEX control_version_evaluated ON control_version (tenant_id, control, status)
    WHERE status IN ('shadow', 'active');

-- card_id is all zeros where the whole account is meant, here and for counters.
CREATE TABLE control_assignment (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    card_id uuid NOT NULL,
    control text NOT NULL,
    tenant_id integer NOT NULL,
    assigned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT control_assignment_pk PRIMARY KEY (bucket, account_id, card_id, control),
    CONSTRAINT control_assignment_control_fk FOREIGN KEY (tenant_id, control) REFERENCES control (tenant_id, name),
    CONSTRAINT control_assignment_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);

-- What a card or an account has counted. Written when something is first counted there.
CREATE TABLE velocity_counter (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    card_id uuid NOT NULL,
    -- Digest of the definition's canonical text.
    counter_id uuid NOT NULL,
    definition jsonb NOT NULL,
    -- Seconds after which a bucket counts no more, with some to spare.
    looks_back_s integer NOT NULL,
    CONSTRAINT velocity_counter_pk PRIMARY KEY (bucket, account_id, card_id, counter_id),
    CONSTRAINT velocity_counter_bucket_range CHECK (bucket BETWEEN 0 AND 63),
    CONSTRAINT velocity_counter_looks_back CHECK (looks_back_s > 0)
);

CREATE TABLE velocity_bucket (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    card_id uuid NOT NULL,
    counter_id uuid NOT NULL,
    at timestamptz NOT NULL,
    count bigint NOT NULL,
    minor bigint NOT NULL,
    CONSTRAINT velocity_bucket_pk PRIMARY KEY (bucket, account_id, card_id, counter_id, at),
    CONSTRAINT velocity_bucket_bucket_range CHECK (bucket BETWEEN 0 AND 63),
    CONSTRAINT velocity_bucket_not_negative CHECK (count >= 0 AND minor >= 0)
)
-- A calendar window's bucket is rewritten by each purchase of its period.
WITH (fillfactor = 80);

-- What each message has spent and given back; without a time, what was given back before the message came.
CREATE TABLE velocity_use (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    message_id uuid NOT NULL,
    card_id uuid NOT NULL,
    at timestamptz,
    spent_count bigint NOT NULL,
    spent_minor bigint NOT NULL,
    returned_minor bigint NOT NULL,
    reversed boolean NOT NULL,
    counter_ids uuid[] NOT NULL,
    -- When no window can see it any more.
    expires_at timestamptz NOT NULL,
    CONSTRAINT velocity_use_pk PRIMARY KEY (bucket, account_id, message_id),
    CONSTRAINT velocity_use_bucket_range CHECK (bucket BETWEEN 0 AND 63),
    CONSTRAINT velocity_use_not_negative CHECK (spent_count >= 0 AND spent_minor >= 0 AND returned_minor >= 0)
);

CREATE INDEX velocity_use_expiry ON velocity_use (expires_at);

-- A tenant without a row has the settings that the software comes with.
CREATE TABLE program (
    tenant_id integer NOT NULL,
    version integer NOT NULL,
    settings jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT program_pk PRIMARY KEY (tenant_id),
    CONSTRAINT program_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
    CONSTRAINT program_version_positive CHECK (version > 0)
);
