package dev.holdfast.ops.bench;

import dev.holdfast.engine.database.DatabaseUrl;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** What a benchmark asks of its database besides the load. Blocks. */
final class BenchDatabase {

    /** Of a role that may not make a checkpoint. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final DatabaseUrl url;

    BenchDatabase(DatabaseUrl url) {
        this.url = url;
    }

    DatabaseUrl url() {
        return url;
    }

    /** Makes a checkpoint, so that what a phase pays for does not depend on the phase before. */
    void checkpoint() {
        try {
            run("CHECKPOINT");
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw new BenchFailed("CHECKPOINT: " + e.getMessage(), e);
            }
        }
    }

    void execute(String sql) {
        try {
            run(sql);
        } catch (SQLException e) {
            throw new BenchFailed(sql + ": " + e.getMessage(), e);
        }
    }

    /** How many rows a table has. */
    long count(String table) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new BenchFailed("counting " + table + ": " + e.getMessage(), e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", url.user());
        properties.setProperty("password", url.password());
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url.toJdbc(), properties);
    }
}
