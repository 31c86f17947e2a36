package dev.holdfast.engine.notification;

import java.util.List;

/** The statement of notifications on the write path. */
final class OutboxStore {

    private OutboxStore() {}

    /**
     * Numbered in the order of the events: defaults are reckoned after the sort. A subscription that is disabled is still
     * kept what it is to be told.
     */
    static final String INSERT = """
            INSERT INTO notification (bucket, account_id, subscription_id, tenant_id, notification_id, type, body,
                                      created_at, due_at)
            SELECT e.bucket, e.account_id, s.subscription_id, e.tenant_id, e.notification_id, e.type, e.body,
                   e.created_at, e.created_at
            FROM unnest($1::smallint[], $2::uuid[], $3::integer[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])
                WITH ORDINALITY AS e (bucket, account_id, tenant_id, notification_id, type, body, created_at, place)
            JOIN subscription s ON s.tenant_id = e.tenant_id AND s.status <> 'deleted'
                AND (e.type = ANY (s.types) OR '*' = ANY (s.types))
            ORDER BY e.place
            """;

    static final List<String> ALL = List.of(INSERT);
}
