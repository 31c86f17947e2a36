package dev.holdfast.engine.testing;

import dev.holdfast.engine.database.DatabaseUrl;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Plain SQL for tests: one connection per call. */
public final class Jdbc {

    private Jdbc() {}

    public static Connection connect(DatabaseUrl url) throws SQLException {
        return DriverManager.getConnection(
                url.toJdbc() + "?connectTimeout=10&sslmode=disable&gssEncMode=disable", url.user(), url.password());
    }

    /** Runs one or more statements; returns how many rows the first one changed. */
    public static int execute(DatabaseUrl url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException("failed: " + sql, e);
        }
    }

    /** The first column of the first row, as text; {@code "null"} for an SQL null. */
    public static String queryText(DatabaseUrl url, String sql) {
        return queryRows(url, sql).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no row: " + sql))
                .get(0);
    }

    /** All rows of a query, each column as text; {@code "null"} for an SQL null. */
    public static List<List<String>> queryRows(DatabaseUrl url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            List<List<String>> result = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                result.add(row);
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("failed: " + sql, e);
        }
    }
}
