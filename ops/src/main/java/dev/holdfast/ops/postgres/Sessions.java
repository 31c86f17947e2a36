package dev.holdfast.ops.postgres;

import dev.holdfast.engine.database.DatabaseUrl;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Short JDBC sessions with the server that is being started; the ledger's own connections are not made here. */
final class Sessions {

    /** The database of the ledger. */
    static final String DATABASE = "holdfast";

    /** The database that every cluster has. */
    private static final String MAINTENANCE = "postgres";

    private static final String TIMEOUT_SECONDS = "5";

    private Sessions() {}

    static DatabaseUrl url(int port, String password) {
        return new DatabaseUrl("127.0.0.1", port, DATABASE, Cluster.USER, password);
    }

    /**
     * Makes the ledger's database if the cluster has none yet.
     *
     * @throws SQLException while the server takes no connections
     */
    static void ensureDatabase(DatabaseUrl url) throws SQLException {
        DatabaseUrl maintenance = new DatabaseUrl(url.host(), url.port(), MAINTENANCE, url.user(), url.password());
        Properties properties = new Properties();
        properties.setProperty("user", maintenance.user());
        properties.setProperty("password", maintenance.password());
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        properties.setProperty("sslmode", "disable");
        try (Connection connection = DriverManager.getConnection(maintenance.toJdbc(), properties);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'holdfast'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE holdfast");
            }
        }
    }
}
