-- Programs of a tenant that call with access tokens: their secrets, and the keys that sign tokens.
CREATE TABLE client (
    client_id uuid NOT NULL,
    tenant_id integer NOT NULL,
    name text NOT NULL,
    -- In their short spelling.
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- From then on it gets no tokens, and those that it has count no more.
    disabled_at timestamptz,
    CONSTRAINT client_pk PRIMARY KEY (client_id),
    CONSTRAINT client_tenant_fk FOREIGN KEY (tenant_id) REFERENCES tenant (tenant_id),
    CONSTRAINT client_name_unique UNIQUE (tenant_id, name),
    CONSTRAINT client_name_length CHECK (length(name) BETWEEN 1 AND 64),
    CONSTRAINT client_scopes_some CHECK (cardinality(scopes) BETWEEN 1 AND 64)
);

CREATE TABLE client_secret (
    client_id uuid NOT NULL,
    -- Counted from 1 for each client; part of the secret, so that one hash tells whether it is right.
    secret_no smallint NOT NULL,
    -- PBKDF2 with HMAC-SHA-256. The secret itself is nowhere.
    salt bytea NOT NULL,
    iterations integer NOT NULL,
    hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    revoked_at timestamptz,
    CONSTRAINT client_secret_pk PRIMARY KEY (client_id, secret_no),
    CONSTRAINT client_secret_client_fk FOREIGN KEY (client_id) REFERENCES client (client_id),
    CONSTRAINT client_secret_no_positive CHECK (secret_no >= 1),
    CONSTRAINT client_secret_salt_length CHECK (length(salt) = 16),
    CONSTRAINT client_secret_iterations_positive CHECK (iterations >= 1),
    CONSTRAINT client_secret_hash_length CHECK (length(hash) = 32)
);

CREATE TABLE signing_key (
    -- Its thumbprint (RFC 7638).
    key_id text NOT NULL,
    -- X.509 SubjectPublicKeyInfo.
    public_key bytea NOT NULL,
    -- The vault's encryption key that seals the private one.
    encryption_key_no smallint NOT NULL,
    -- Nonce, PKCS #8 encrypted, tag.
    sealed_private_key bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    revoked_at timestamptz,
    CONSTRAINT signing_key_pk PRIMARY KEY (key_id),
    CONSTRAINT signing_key_id_length CHECK (length(key_id) = 43)
);
