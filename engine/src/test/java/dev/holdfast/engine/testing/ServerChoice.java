package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;
import org.testcontainers.postgresql.PostgreSQLContainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which PostgreSQL the tests run on.
 *
 * @param description for the build's log, without credentials
 * @param admin a database to create others from
 * @param outlivesTests whether what the tests leave on it stays; a server that the tests start ends with their JVM
 */
record ServerChoice(String description, DatabaseUrl admin, boolean outlivesTests) {

    private static final String IMAGE = "postgres:18-alpine";

    static ServerChoice choose() {
        String url = System.getenv("DATABASE_URL");
        if (url != null && !url.isBlank()) {
            DatabaseUrl given = DatabaseUrl.parse(url);
            return new ServerChoice("DATABASE_URL " + given, given, true);
        }
        return DockerProbe.daemonAnswers() ? container().orElseGet(ServerChoice::embedded) : embedded();
    }

    /** Empty if the daemon answers but cannot give a container: no image and no way to fetch it, for one. */
    @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
    private static Optional<ServerChoice> container() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        try {
            container.start();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        DatabaseUrl admin = new DatabaseUrl(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getDatabaseName(),
                container.getUsername(),
                container.getPassword());
        return Optional.of(new ServerChoice("a container of " + IMAGE, admin, false));
    }

    private static ServerChoice embedded() {
        try {
            Path data = Files.createTempDirectory("holdfast-test-postgres");
            OwnedPostgres server = OwnedPostgres.quickAndForgetful(data);
            return new ServerChoice(
                    "an embedded PostgreSQL on port " + server.url().port(), server.url(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
