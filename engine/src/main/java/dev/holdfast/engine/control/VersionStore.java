package dev.holdfast.engine.control;

/** The statements that change and list controls. Rare, and not on the write path. */
final class VersionStore {

    private VersionStore() {}

    private static final String TIMES = "created_at, shadow_at, active_at, retired_at";

    /** What {@link VersionRows#view} reads. */
    private static final String VIEW = "control, number, status, " + TIMES + ", rules::text";

    static final String ADD_CONTROL =
            "INSERT INTO control (tenant_id, name) VALUES ($1, $2) ON CONFLICT (tenant_id, name) DO NOTHING";

    /** Changes of one control come one after the other. Whoever assigns it meanwhile need not wait. */
    static final String LOCK_CONTROL = "SELECT name FROM control WHERE tenant_id = $1 AND name = $2 FOR NO KEY UPDATE";

    static final String NEXT_NUMBER =
            "SELECT coalesce(max(number), 0) + 1 FROM control_version WHERE tenant_id = $1 AND control = $2";

    static final String INSERT_DRAFT = """
            INSERT INTO control_version (tenant_id, control, number, status, rules, rules_digest)
            VALUES ($1, $2, $3, 'draft', ($4::text)::jsonb, $5)
            RETURNING\s""" + VIEW;

    static final String CHANGE_DRAFT = """
            UPDATE control_version SET rules = ($4::text)::jsonb, rules_digest = $5
            WHERE tenant_id = $1 AND control = $2 AND number = $3
            RETURNING\s""" + VIEW;

    static final String READ_STATUS =
            "SELECT status FROM control_version WHERE tenant_id = $1 AND control = $2 AND number = $3";

    static final String ANY_IN_SHADOW = """
            SELECT EXISTS (SELECT FROM control_version WHERE tenant_id = $1 AND control = $2 AND status = 'shadow')
            """;

    static final String RETIRE_ACTIVE = """
            UPDATE control_version SET status = 'retired', retired_at = clock_timestamp()
            WHERE tenant_id = $1 AND control = $2 AND status = 'active'
            """;

    static final String SET_STATUS = """
            UPDATE control_version
            SET status = $4::text,
                shadow_at = CASE $4::text WHEN 'shadow' THEN clock_timestamp() ELSE shadow_at END,
                active_at = CASE $4::text WHEN 'active' THEN clock_timestamp() ELSE active_at END,
                retired_at = CASE $4::text WHEN 'retired' THEN clock_timestamp() ELSE retired_at END
            WHERE tenant_id = $1 AND control = $2 AND number = $3
            RETURNING\s""" + VIEW;

    static final String READ_VERSION =
            "SELECT " + VIEW + " FROM control_version WHERE tenant_id = $1 AND control = $2 AND number = $3";

    static final String LIST_VERSIONS = "SELECT control, number, status, " + TIMES
            + " FROM control_version WHERE tenant_id = $1 AND control = $2 ORDER BY number DESC LIMIT $3";

    static final String LIST_CONTROLS =
            "SELECT name FROM control WHERE tenant_id = $1 AND name > $2 ORDER BY name LIMIT $3";

    /** Account rows never change, so nobody on the write path waits for this lock. */
    static final String LOCK_ACCOUNT = """
            SELECT account_id FROM account WHERE bucket = $1 AND account_id = $2 FOR NO KEY UPDATE
            """;

    static final String FIND_CONTROL = "SELECT EXISTS (SELECT FROM control WHERE tenant_id = $1 AND name = $2)";

    /**
     * How many controls, but for this one in this place, apply: to the card and its account, or to the account and that
     * of its cards that has most.
     */
    static final String COUNT_ASSIGNED = """
            WITH per_card AS (
                SELECT card_id, count(*) AS controls FROM control_assignment
                WHERE bucket = $1 AND account_id = $2 AND NOT (card_id = $3 AND control = $4)
                GROUP BY card_id
            )
            SELECT coalesce(max(controls) FILTER (WHERE card_id = $5), 0)
                   + coalesce(max(controls) FILTER (WHERE card_id <> $5 AND ($3 = $5 OR card_id = $3)), 0)
            FROM per_card
            """;

    static final String ASSIGN = """
            INSERT INTO control_assignment (bucket, account_id, card_id, control, tenant_id)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (bucket, account_id, card_id, control) DO NOTHING
            """;

    static final String UNASSIGN = """
            DELETE FROM control_assignment WHERE bucket = $1 AND account_id = $2 AND card_id = $3 AND control = $4
            """;

    static final String LIST_ASSIGNED = """
            SELECT control FROM control_assignment WHERE bucket = $1 AND account_id = $2 AND card_id = $3
            ORDER BY control
            """;
}
