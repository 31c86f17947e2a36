-- Notifications: who is told of what, what is to be told, and what came of telling it.

-- Where a tenant wants to be told. Never deleted: a deleted one keeps what was to be told, and is told nothing.
CREATE TABLE subscription (
    subscription_id uuid NOT NULL,
    tenant_id integer NOT NULL,
    url text NOT NULL,
    -- Types of notifications, or one asterisk for all.
    types text[] NOT NULL,
    -- Whether several notifications go together, as an array.
    batch boolean NOT NULL,
    status text NOT NULL,
    -- The name of the header that the receiver knows its caller by; its value is among the secrets.
    auth_header text,
    -- Signing secrets and header value, encrypted.
    sealed_secrets bytea NOT NULL,
    -- Until when the secret before the current one signs, too.
    previous_until timestamptz,
    version integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT subscription_pk PRIMARY KEY (subscription_id),
    CONSTRAINT subscription_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
    CONSTRAINT subscription_status_known CHECK (status IN ('active', 'disabled', 'deleted')),
    CONSTRAINT subscription_url_length CHECK (length(url) BETWEEN 1 AND 2048),
    CONSTRAINT subscription_types_some CHECK (cardinality(types) BETWEEN 1 AND 32),
    CONSTRAINT subscription_version_positive CHECK (version > 0)
);

CREATE INDEX subscription_tenant ON subscription (tenant_id) WHERE status <> 'deleted';

-- One row for each subscription that is told of an event, written with what caused it. No foreign key: the write path
-- does not lock subscriptions.
CREATE TABLE notification (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    -- Ascends along an account, whose lock the writer has.
    event_no bigint GENERATED ALWAYS AS IDENTITY,
    subscription_id uuid NOT NULL,
    tenant_id integer NOT NULL,
    notification_id uuid NOT NULL,
    type text NOT NULL,
    -- What is sent, byte for byte: it is signed.
    body text NOT NULL,
    created_at timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'waiting',
    -- Sendings begun, and how many of them no longer count because a person had it sent again.
    attempts integer NOT NULL DEFAULT 0,
    forgiven integer NOT NULL DEFAULT 0,
    -- When to look at it next; null once it is ended.
    due_at timestamptz,
    -- Until when one sender has it for itself; null if none has.
    leased_until timestamptz,
    ended_at timestamptz,
    CONSTRAINT notification_pk PRIMARY KEY (bucket, account_id, event_no),
    CONSTRAINT notification_once UNIQUE (bucket, notification_id, subscription_id),
    CONSTRAINT notification_bucket_range CHECK (bucket BETWEEN 0 AND 63),
    CONSTRAINT notification_status_known CHECK (status IN ('waiting', 'delivered', 'dead')),
    CONSTRAINT notification_attempts_range CHECK (forgiven BETWEEN 0 AND attempts)
);

-- What to look at.
CREATE INDEX notification_due ON notification (subscription_id, due_at) WHERE status = 'waiting';

-- What is first of an account.
CREATE INDEX notification_order ON notification (subscription_id, account_id, event_no) WHERE status = 'waiting';

CREATE INDEX notification_dead ON notification (subscription_id, event_no) WHERE status = 'dead';

-- What came of each sending. One whose sender died has no row.
CREATE TABLE notification_attempt (
    bucket smallint NOT NULL,
    account_id uuid NOT NULL,
    event_no bigint NOT NULL,
    attempt integer NOT NULL,
    result text NOT NULL,
    -- Zero where there was no answer.
    http_status integer NOT NULL,
    took_millis integer NOT NULL,
    ended_at timestamptz NOT NULL,
    CONSTRAINT notification_attempt_pk PRIMARY KEY (bucket, account_id, event_no, attempt),
    CONSTRAINT notification_attempt_bucket_range CHECK (bucket BETWEEN 0 AND 63)
);
