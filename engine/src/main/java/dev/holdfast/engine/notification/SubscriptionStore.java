package dev.holdfast.engine.notification;

/** The statements on subscriptions. Few and rare: not on the write path. */
final class SubscriptionStore {

    private SubscriptionStore() {}

    private static final String COLUMNS =
            "s.subscription_id, s.tenant_id, s.url, s.types, s.batch, s.auth_header, s.status = 'disabled', s.sealed_secrets";

    /** So that two that are made at once are counted one after the other. */
    static final String LOCK_TENANT = "SELECT FROM tenant WHERE tenant_id = $1 FOR NO KEY UPDATE";

    static final String COUNT = "SELECT count(*) FROM subscription WHERE tenant_id = $1 AND status <> 'deleted'";

    static final String INSERT = """
            INSERT INTO subscription AS s (subscription_id, tenant_id, url, types, batch, status, auth_header, sealed_secrets,
                                           version)
            VALUES ($1, $2, $3, $4, $5, 'active', $6, $7, 1)
            RETURNING
            """ + COLUMNS;

    static final String LIST = "SELECT " + COLUMNS + """
             FROM subscription s WHERE s.tenant_id = $1 AND s.status <> 'deleted' ORDER BY s.created_at, s.subscription_id
            """;

    static final String LOCK = "SELECT " + COLUMNS + """
             FROM subscription s WHERE s.tenant_id = $1 AND s.subscription_id = $2 AND s.status <> 'deleted' FOR UPDATE
            """;

    static final String REPLACE = """
            UPDATE subscription s SET url = $3, types = $4, batch = $5, status = 'active', auth_header = $6,
                sealed_secrets = $7, version = s.version + 1, changed_at = clock_timestamp()
            WHERE s.tenant_id = $1 AND s.subscription_id = $2
            RETURNING
            """ + COLUMNS;

    static final String ROTATE = """
            UPDATE subscription s SET sealed_secrets = $3, previous_until = $4, version = s.version + 1,
                changed_at = clock_timestamp()
            WHERE s.tenant_id = $1 AND s.subscription_id = $2
            RETURNING
            """ + COLUMNS;

    static final String DELETE = """
            UPDATE subscription SET status = 'deleted', version = version + 1, changed_at = clock_timestamp()
            WHERE tenant_id = $1 AND subscription_id = $2 AND status <> 'deleted'
            """;
}
