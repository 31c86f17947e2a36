package dev.holdfast.ops.postgres;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.ops.testing.Eventually;
import dev.holdfast.ops.testing.HoldfastProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

class EmbeddedPostgresIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;

    EmbeddedPostgresIT(@TempDir Path directory) throws IOException {
        // The temporary directory's real path: the server's working directory is compared with it.
        this.directory = directory.toRealPath();
    }

    @Test
    void keepsItsDataWhenStartedAgain() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
            query(started(postgres), "SELECT lo_from_bytea(4711, 'kept')");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
            assertThat(query(started(postgres), "SELECT convert_from(lo_get(4711), 'UTF8')"))
                    .isEqualTo("kept");
        }
    }

    @Test
    void leavesNothingRunningWhenClosed() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
            started(postgres);
            assertThat(Postmaster.of(DataDirectory.cluster(directory))).isPresent();
            assertThat(EmbeddedPostgres.running(directory)).isPresent();
        }
        assertThat(Postmaster.processesOn(DataDirectory.cluster(directory))).isEmpty();
        assertThat(EmbeddedPostgres.running(directory)).isEmpty();
    }

    @Test
    void isSetForDurability() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.ephemeral(options(directory))) {
            DatabaseUrl url = started(postgres);
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "autovacuum"}) {
                assertThat(query(url, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(query(url, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(url, "SHOW data_checksums")).isEqualTo("on");
            assertThat(query(url, "SHOW jit")).isEqualTo("off");
        }
    }

    @Test
    void asksForThePassword() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.ephemeral(options(directory))) {
            DatabaseUrl url = started(postgres);
            assertThatThrownBy(() -> DriverManager.getConnection(url.toJdbc(), url.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("28P01");
        }
    }

    @Test
    void refusesADataDirectoryThatIsInUse() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
            assertThatThrownBy(() -> EmbeddedPostgres.take(options(directory)))
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining(postgres.dataDirectory().toString());
        }
    }

    @Test
    void removesAnEphemeralDirectoryWhenClosed() {
        Path made;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.ephemeral(options(directory))) {
            started(postgres);
            made = postgres.dataDirectory();
            assertThat(made).isDirectory();
        }
        assertThat(made).doesNotExist();
    }

    @Test
    void comesBackOnTheSamePortWhenTheServerIsKilled() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
            DatabaseUrl url = started(postgres);
            Postmaster.of(DataDirectory.cluster(directory))
                    .orElseThrow()
                    .process()
                    .destroyForcibly();
            Eventually.holds("the server answers again", PATIENCE, () -> answers(url));
        }
    }

    @Test
    void stopsTheServerThatAKilledProcessLeft() throws SQLException {
        PostgresOptions options = options(directory);
        Programs programs = Programs.in(options.cacheDirectory());
        DatabaseUrl left;
        try (DataDirectory abandoned = DataDirectory.take(directory)) {
            // A server whose owner gives the lock up and never stops it, as the system does for a killed process.
            left = new Server(abandoned, options).start(programs, Privileges.choose());
        }
        assertThat(answers(left)).isTrue();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options)) {
            assertThat(query(started(postgres), "SELECT 1")).isEqualTo("1");
            assertThat(answers(left)).isFalse();
        }
    }

    @Test
    void neverSignalsAProcessThatHasTheOldIdByChance() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
            started(postgres);
        }
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Path cluster = DataDirectory.cluster(directory);
            Files.writeString(
                    Postmaster.pidFile(cluster), stranger.pid() + "\n" + cluster + "\n1700000000\n5432\n\n127.0.0.1\n");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
                started(postgres);
                assertThat(stranger.isAlive()).isTrue();
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void saysWhichVersionMadeTheDataWhenItIsAnother() throws IOException {
        Files.createDirectories(DataDirectory.cluster(directory));
        Files.writeString(DataDirectory.cluster(directory).resolve("PG_VERSION"), "17\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
            assertThatThrownBy(() -> started(postgres))
                    .isInstanceOf(DataDirectoryException.class)
                    .hasMessageContaining("was made by PostgreSQL 17");
        }
    }

    @Test
    void saysInOneLineWhyADirectoryCannotBeUsed() throws IOException {
        Path file = Files.createFile(directory.resolve("a-file"));
        assertThatThrownBy(() -> EmbeddedPostgres.take(options(file.resolve("below"))))
                .isInstanceOf(DataDirectoryException.class)
                .hasMessageContaining(file.toString())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void saysInOneLineWhyTheServerDoesNotStart() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
            started(postgres);
        }
        Path cluster = DataDirectory.cluster(directory);
        Files.writeString(cluster.resolve("postgresql.conf"), "no_such_setting = 1\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory))) {
            assertThatThrownBy(() -> started(postgres))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("PostgreSQL did not start")
                    .hasMessageContaining("contains errors")
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void stopsWhileItStartsWhenClosedByAnotherThread() throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.take(options(directory));
        AtomicBoolean refused = new AtomicBoolean();
        Thread starting = new Thread(() -> {
            try {
                started(postgres);
            } catch (EmbeddedPostgresException e) {
                refused.set(true);
            }
        });
        starting.start();
        Eventually.holds("a program runs", PATIENCE, () -> Files.exists(directory.resolve("start.log")));
        postgres.close();
        starting.join(PATIENCE.toMillis());
        assertThat(starting.isAlive()).isFalse();
        assertThat(refused).isTrue();
        assertThat(Postmaster.processesOn(DataDirectory.cluster(directory))).isEmpty();
    }

    @Test
    void runsFromRootAsAnOrdinaryUserWhereUserNamespacesAreForbidden() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        Optional<Privileges> ordinary = Privileges.asOrdinaryUser();
        assumeThat(ordinary).as("setpriv").isPresent();
        // Temporary directories are closed to other users; the system's own is not.
        Path open = Files.createTempDirectory("holdfast-open-");
        try {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
            Programs programs = Programs.in(open.resolve("cache"));
            try (DataDirectory data = DataDirectory.take(open.resolve("data"))) {
                Server server = new Server(data, options(open.resolve("data")));
                DatabaseUrl url = server.start(programs, ordinary.orElseThrow());
                assertThat(query(url, "SELECT 1")).isEqualTo("1");
                assertThat(Files.getOwner(data.cluster()).getName()).isNotEqualTo("root");
                server.stop(PATIENCE);
            }
            // And back: what belongs to the other user now is root's again.
            PostgresOptions options = options(open.resolve("data"));
            try (EmbeddedPostgres postgres = EmbeddedPostgres.take(options)) {
                assertThat(query(started(postgres), "SELECT 1")).isEqualTo("1");
            }
        } finally {
            FileTree.delete(open);
        }
    }

    private static DatabaseUrl started(EmbeddedPostgres postgres) {
        return postgres.start(() -> {});
    }

    private static PostgresOptions options(Path data) {
        return new PostgresOptions(data, HoldfastProcess.CACHE, 0, 16, Duration.ofMinutes(1));
    }

    private static boolean answers(DatabaseUrl url) {
        try {
            return query(url, "SELECT 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static String query(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.toJdbc(), url.user(), url.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
