package dev.holdfast.engine.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database's schema to this version. */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /**
     * Applies what is missing. Blocks; safe to run from several processes at once, which take turns.
     *
     * @return how many migrations were applied
     * @throws org.flywaydb.core.api.FlywayException if the database cannot be reached, or its schema is not ours
     */
    public static int run(DatabaseUrl database) {
        MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.toJdbc(), database.user(), database.password())
                .locations("classpath:db/migration")
                .connectRetries(0)
                .load()
                .migrate();
        // Flyway names no target if there was nothing to apply.
        String version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        LOG.info("schema is at version {}, {} migrations applied", version, result.migrationsExecuted);
        return result.migrationsExecuted;
    }
}
