package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database of a test's own on a real PostgreSQL, dropped when the test is done with it.
 *
 * <p>Close it, or register it as a static JUnit extension and it is dropped after the class:
 *
 * <pre>{@code @RegisterExtension
 * static final TestDatabase DATABASE = TestDatabase.migrated();}</pre>
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

    private final TestServer server;
    private final DatabaseUrl url;

    private TestDatabase(TestServer server, DatabaseUrl url) {
        this.server = server;
        this.url = url;
    }

    /** Creates a database with the engine's schema; a copy of one that was migrated once. */
    public static TestDatabase migrated() {
        TestServer server = TestServer.shared();
        return new TestDatabase(server, server.createMigrated());
    }

    /** Creates a database with nothing in it. */
    public static TestDatabase empty() {
        TestServer server = TestServer.shared();
        return new TestDatabase(server, server.createEmpty());
    }

    public DatabaseUrl url() {
        return url;
    }

    /** Connects over JDBC, for a test that looks at or alters rows behind the engine's back. */
    public Connection connect() throws SQLException {
        return Jdbc.connect(url);
    }

    /** Runs one statement behind the engine's back; returns how many rows it changed. */
    public int execute(String sql) {
        return Jdbc.execute(url, sql);
    }

    /** The first column of the first row of a query, as text; {@code "null"} for an SQL null. */
    public String queryText(String sql) {
        return Jdbc.queryText(url, sql);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        server.drop(url);
    }
}
