package dev.holdfast.ops.system;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.ops.system.StartException.Part;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * What a report should say of a database.
 *
 * @param version such as "18.1"
 * @param fsync whether it waits for the disk: on or off
 * @param synchronousCommit whether a commit waits: on, off, local and so on
 * @param fullPageWrites on or off
 */
public record DatabaseFacts(String version, String fsync, String synchronousCommit, String fullPageWrites) {

    private static final String QUERY = "SELECT current_setting('server_version'), current_setting('fsync'),"
            + " current_setting('synchronous_commit'), current_setting('full_page_writes')";

    /**
     * Asks. Blocks.
     *
     * @throws StartException if it cannot be asked
     */
    public static DatabaseFacts of(DatabaseUrl database) {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("loginTimeout", "10");
        try (Connection connection = DriverManager.getConnection(database.toJdbc(), properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new DatabaseFacts(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        } catch (SQLException e) {
            throw new StartException(Part.DATABASE, "asking " + database + ": " + e.getMessage(), e);
        }
    }

    /** How durable an answered commit is. */
    public String durability() {
        return "fsync=" + fsync + ", synchronous_commit=" + synchronousCommit;
    }
}
