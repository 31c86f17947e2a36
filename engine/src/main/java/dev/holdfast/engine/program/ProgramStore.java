package dev.holdfast.engine.program;

/** The statements on programs. */
final class ProgramStore {

    private ProgramStore() {}

    /** Without the settings: there are as many rows as tenants that have changed something, and few change again. */
    static final String READ_VERSIONS = "SELECT tenant_id, version FROM program";

    static final String READ_SETTINGS =
            "SELECT tenant_id, version, settings::text FROM program WHERE tenant_id = ANY ($1::int[])";

    /** Version 0 is the row that is not there; of two that insert it, one finds the other's. */
    static final String CHANGE = """
            WITH inserted AS (
                INSERT INTO program (tenant_id, version, settings)
                SELECT $1::int, 1, ($2::text)::jsonb WHERE $3::int = 0
                ON CONFLICT (tenant_id) DO NOTHING
                RETURNING version
            ), updated AS (
                UPDATE program SET version = version + 1, settings = ($2::text)::jsonb, changed_at = clock_timestamp()
                WHERE tenant_id = $1 AND version = $3 AND $3 > 0
                RETURNING version
            )
            SELECT version FROM inserted UNION ALL SELECT version FROM updated
            """;
}
