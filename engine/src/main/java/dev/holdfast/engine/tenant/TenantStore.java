package dev.holdfast.engine.tenant;

/** The statements on tenants and keys. Few and rare: not on the write path. */
final class TenantStore {

    private TenantStore() {}

    static final String FIND_BY_KEY = """
            SELECT t.tenant_id, t.name, t.forces_refund_reversals, k.key_digest
            FROM api_key k JOIN tenant t ON t.tenant_id = k.tenant_id
            WHERE k.key_digest = $1 AND k.revoked_at IS NULL
            """;

    /** One statement, so that of two processes that start on an empty database one creates the tenant. */
    static final String CREATE_WITH_KEY = """
            WITH created AS (
                INSERT INTO tenant (name) VALUES ($1) ON CONFLICT (name) DO NOTHING
                RETURNING tenant_id, name, forces_refund_reversals
            ), keyed AS (
                INSERT INTO api_key (key_digest, tenant_id) SELECT $2, tenant_id FROM created
            )
            SELECT tenant_id, name, forces_refund_reversals FROM created
            """;

    static final String FIND_BY_NAME = "SELECT tenant_id, name, forces_refund_reversals FROM tenant WHERE name = $1";

    static final String ANY_TENANT = "SELECT EXISTS (SELECT FROM tenant)";

    static final String ADD_KEY =
            "INSERT INTO api_key (key_digest, tenant_id) VALUES ($1, $2) ON CONFLICT (key_digest) DO NOTHING";

    static final String REVOKE_KEY =
            "UPDATE api_key SET revoked_at = clock_timestamp() WHERE key_digest = $1 AND revoked_at IS NULL";
}
