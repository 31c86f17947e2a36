package dev.holdfast.ops.system;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.database.Migrations;
import dev.holdfast.ops.system.StartException.Part;
import org.flywaydb.core.api.FlywayException;

/** Brings a database's schema to this version, with an error that an operator can read. */
public final class Schema {

    private Schema() {}

    /**
     * Applies what is missing. Blocks.
     *
     * @return how many migrations were applied
     * @throws StartException if the database cannot be reached, or its schema is not ours
     */
    public static int migrate(DatabaseUrl database) {
        try {
            return Migrations.run(database);
        } catch (FlywayException e) {
            throw new StartException(Part.DATABASE, "database " + database + ": " + reason(e), e);
        }
    }

    /** The innermost cause: Flyway wraps what the driver said into a page of text. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }
}
