package dev.holdfast.ops.cli;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.ops.Holdfast;
import dev.holdfast.ops.postgres.EmbeddedPostgres;
import dev.holdfast.ops.testing.Eventually;
import dev.holdfast.ops.testing.HoldfastProcess;
import dev.holdfast.ops.testing.HoldfastProcess.Listening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ServeIT {

    private static final String KEY = "a-key-for-tests-only";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private final Path data;

    ServeIT(@TempDir Path directory) {
        this.directory = directory;
        this.data = directory.resolve("data");
    }

    @Test
    void isReadyThenStopsCleanlyOnSigterm() throws Exception {
        try (HoldfastProcess server = serve()) {
            Listening listening = server.awaitReady();
            assertThat(get(listening.management().resolve("/health/live"))).isEqualTo(200);
            assertThat(get(listening.management().resolve("/health/ready"))).isEqualTo(200);
            assertThat(get(listening.api().resolve("/v1/ledger/accounts/none"))).isEqualTo(404);
            assertThat(EmbeddedPostgres.running(data)).isPresent();

            server.terminate();

            assertThat(server.awaitExit(STOP_LIMIT)).isEqualTo(ExitCode.OK.code());
            assertThat(server.out().lines()).hasSize(1);
            assertThat(server.err()).doesNotContain(KEY);
            assertThat(EmbeddedPostgres.running(data)).isEmpty();
        }
    }

    @Test
    void recoversWhenKilledWhilePostgresGoesOn() {
        try (HoldfastProcess server = serve()) {
            URI api = server.awaitReady().api();
            assertThat(account(api, "create", "ada", "--currency", "PHP", "--deposit", "100.50"))
                    .contains("100.50");
            server.kill();
            server.awaitExit(STOP_LIMIT);
            assertThat(EmbeddedPostgres.running(data)).isPresent();
        }
        try (HoldfastProcess server = serve()) {
            URI api = server.awaitReady().api();
            assertThat(account(api, "show", "ada")).contains("100.50");
            assertThat(account(api, "create", "ada", "--currency", "PHP")).contains("100.50");
            server.terminate();
            assertThat(server.awaitExit(STOP_LIMIT)).isEqualTo(ExitCode.OK.code());
        }
        assertThat(EmbeddedPostgres.running(data)).isEmpty();
    }

    @Test
    void isVerifiedWhileItRunsAndFoundOutWhenTheBookIsWrong() throws SQLException {
        try (HoldfastProcess server = serve()) {
            URI api = server.awaitReady().api();
            account(api, "create", "ada", "--currency", "PHP", "--deposit", "100.50");
            try (HoldfastProcess verify = command("verify")) {
                assertThat(verify.awaitExit(PATIENCE)).as(verify.err()).isEqualTo(ExitCode.OK.code());
                assertThat(verify.out()).contains("recomputed 1 entries").contains("the book is right");
            }
            DatabaseUrl url = EmbeddedPostgres.running(data).orElseThrow();
            try (Connection connection = DriverManager.getConnection(url.toJdbc(), url.user(), url.password());
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE balance SET available_minor = available_minor + 1");
            }
            server.terminate();
            assertThat(server.awaitExit(STOP_LIMIT)).isEqualTo(ExitCode.OK.code());
        }
        try (HoldfastProcess verify = command("verify")) {
            assertThat(verify.awaitExit(PATIENCE)).as(verify.err()).isEqualTo(ExitCode.CHECK_FAILED.code());
            assertThat(verify.out()).contains("THE BOOK IS WRONG").contains("balances_match_journal");
        }
        assertThat(EmbeddedPostgres.running(data)).isEmpty();
    }

    @Test
    void verifiesNothingWhereThereIsNoData() {
        try (HoldfastProcess verify = command("verify")) {
            assertThat(verify.awaitExit(PATIENCE)).isEqualTo(ExitCode.DATABASE.code());
            assertThat(verify.err()).contains("there is no database in the data directory " + data);
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void migratesOnceWhenAskedTwice() {
        try (HoldfastProcess first = command("migrate")) {
            assertThat(first.awaitExit(PATIENCE)).as(first.err()).isEqualTo(ExitCode.OK.code());
            assertThat(first.out()).doesNotContain("applied 0 migrations");
        }
        try (HoldfastProcess second = command("migrate")) {
            assertThat(second.awaitExit(PATIENCE)).isEqualTo(ExitCode.OK.code());
            assertThat(second.out()).contains("applied 0 migrations");
        }
        assertThat(EmbeddedPostgres.running(data)).isEmpty();
    }

    @Test
    void saysWhatBecomesOfTheBootstrapKeyAndOfARefusedDeposit() throws Exception {
        try (HoldfastProcess keyless = withKey("")) {
            keyless.awaitReady();
            stop(keyless);
            assertThat(keyless.err()).contains("the database has no tenant: set HOLDFAST_BOOTSTRAP_API_KEY");
        }
        try (HoldfastProcess first = serve()) {
            URI api = first.awaitReady().api();
            account(api, "create", "ada", "--currency", "PHP");
            assertThat(patch(api.resolve("/v1/ledger/accounts/ada"), "{\"status\":\"inactive\"}"))
                    .isEqualTo(200);
            assertThat(refusal(api, "create", "ada", "--currency", "PHP", "--deposit", "1"))
                    .contains("account ada is open, but the deposit was refused: account_inactive, ");
            stop(first);
            assertThat(first.err()).doesNotContain("HOLDFAST_BOOTSTRAP_API_KEY");
        }
        try (HoldfastProcess second = withKey("another-key-for-tests-only")) {
            assertThat(get(second.awaitReady().api().resolve("/v1/ledger/accounts/ada")))
                    .isEqualTo(200);
            stop(second);
            assertThat(second.err())
                    .contains("HOLDFAST_BOOTSTRAP_API_KEY is not used: the database already has a tenant")
                    .doesNotContain("another-key-for-tests-only");
        }
    }

    private static void stop(HoldfastProcess server) {
        server.terminate();
        assertThat(server.awaitExit(STOP_LIMIT)).isEqualTo(ExitCode.OK.code());
    }

    @Test
    void refusesASecondServerOnTheSameData() {
        try (HoldfastProcess first = serve()) {
            first.awaitReady();
            try (HoldfastProcess second = serve()) {
                assertThat(second.awaitExit(PATIENCE)).isEqualTo(ExitCode.DATABASE.code());
                assertThat(second.err()).contains("in use by process").contains("HOLDFAST_DATA_DIR");
            }
            first.terminate();
            assertThat(first.awaitExit(STOP_LIMIT)).isEqualTo(ExitCode.OK.code());
        }
    }

    @Test
    void leavesNothingRunningWhenStoppedWhileItStarts() {
        try (HoldfastProcess server = serve()) {
            Eventually.holds(
                    "PostgreSQL runs",
                    PATIENCE,
                    () -> EmbeddedPostgres.running(data).isPresent());
            server.terminate();
            assertThat(server.awaitExit(STOP_LIMIT)).isEqualTo(ExitCode.OK.code());
            assertThat(server.err()).doesNotContain("unexpected failure");
            assertThat(EmbeddedPostgres.running(data)).isEmpty();
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        try (HoldfastProcess first = serve()) {
            int port = first.awaitReady().api().getPort();
            Map<String, String> environment =
                    Map.of("HOLDFAST_DATA_DIR", directory.resolve("other").toString(), "HOLDFAST_HTTP_PORT", "" + port);
            try (HoldfastProcess second = HoldfastProcess.start(directory, environment, "serve")) {
                assertThat(second.awaitExit(PATIENCE)).isEqualTo(ExitCode.LISTENER.code());
                assertThat(second.err())
                        .contains("listening on 127.0.0.1:" + port, "choose another port with HOLDFAST_HTTP_PORT");
            }
            assertThat(EmbeddedPostgres.running(directory.resolve("other"))).isEmpty();
            first.terminate();
            assertThat(first.awaitExit(STOP_LIMIT)).isEqualTo(ExitCode.OK.code());
        }
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() {
        Map<String, String> environment = Map.of("DATABASE_URL", "postgresql://u:swordfish@127.0.0.1:1/nothing");
        try (HoldfastProcess server = HoldfastProcess.start(directory, environment, "serve")) {
            assertThat(server.awaitExit(PATIENCE)).isEqualTo(ExitCode.DATABASE.code());
            assertThat(server.err())
                    .contains("postgresql://u@127.0.0.1:1/nothing")
                    .doesNotContain("swordfish");
        }
    }

    private HoldfastProcess serve() {
        return command("serve");
    }

    private HoldfastProcess command(String name) {
        return HoldfastProcess.start(directory, environment(KEY), name);
    }

    /** A server with this bootstrap key; with none if it is empty. */
    private HoldfastProcess withKey(String key) {
        return HoldfastProcess.start(directory, environment(key), "serve");
    }

    private Map<String, String> environment(String key) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOLDFAST_DATA_DIR", data.toString());
        environment.put("HOLDFAST_POSTGRES_SHARED_BUFFERS_MB", "16");
        if (!key.isEmpty()) {
            environment.put("HOLDFAST_BOOTSTRAP_API_KEY", key);
        }
        return environment;
    }

    private int patch(URI uri, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("X-API-Key", KEY)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private int get(URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("X-API-Key", KEY).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String account(URI api, String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(execute(out, api, arguments)).isZero();
        return out.toString();
    }

    /** What the command says when the server refuses. */
    private static String refusal(URI api, String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(execute(out, api, arguments)).isEqualTo(ExitCode.SERVER.code());
        return out.toString();
    }

    private static int execute(StringWriter out, URI api, String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "account";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        System.arraycopy(new String[] {"--url", api.toString(), "--api-key", KEY}, 0, all, arguments.length + 1, 4);
        PrintWriter terminal = new PrintWriter(out, true);
        return Holdfast.commandLine().setOut(terminal).setErr(terminal).execute(all);
    }
}
