package dev.holdfast.ops.system;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.postgres.PostgresOptions;

import java.util.Optional;

/** Which PostgreSQL a system runs on. */
public sealed interface DatabaseChoice {

    /** One that somebody else runs. */
    record Given(DatabaseUrl url) implements DatabaseChoice {}

    /** An embedded one whose data stays. */
    record Embedded(PostgresOptions options) implements DatabaseChoice {}

    /** An embedded one whose data goes with it. */
    record Ephemeral(PostgresOptions options) implements DatabaseChoice {}

    /** The given one if {@code DATABASE_URL} is set, else an embedded one. */
    static DatabaseChoice of(Configuration configuration) {
        Optional<DatabaseChoice> given = configuration.database().map(Given::new);
        return given.orElseGet(() -> new Embedded(PostgresOptions.of(configuration)));
    }

    /** The given one if {@code DATABASE_URL} is set, else an embedded one that is thrown away. */
    static DatabaseChoice forTrial(Configuration configuration) {
        Optional<DatabaseChoice> given = configuration.database().map(Given::new);
        return given.orElseGet(() -> new Ephemeral(PostgresOptions.of(configuration)));
    }
}
