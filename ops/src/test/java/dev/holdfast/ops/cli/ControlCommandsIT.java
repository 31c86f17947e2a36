package dev.holdfast.ops.cli;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.network.Trace;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import dev.holdfast.ops.Holdfast;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands on controls, one after the other on one database. */
class ControlCommandsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path directory;
    private Path configuration;

    /** An engine makes the tenant when it begins. */
    @BeforeAll
    static void makeTheTenant() {
        TestEngine.start(DATABASE.url()).close();
    }

    @BeforeEach
    void configure(@TempDir Path temporary) throws IOException {
        directory = temporary;
        DatabaseUrl url = DATABASE.url();
        configuration = Files.writeString(
                temporary.resolve("holdfast.properties"),
                "DATABASE_URL=postgresql://%s:%s@%s:%d/%s%nHOLDFAST_KEYS=%s%n"
                        .formatted(
                                url.user(),
                                url.password(),
                                url.host(),
                                url.port(),
                                url.database(),
                                temporary.resolve("keys")));
    }

    @Test
    void draftsTriesActivatesAssignsAndRetires() throws IOException {
        authorizeThreeTimes("alice");
        Path rules = Files.writeString(
                directory.resolve("rules.json"),
                "[{\"type\": \"amount_limit\", \"name\": \"small\", \"max_amount\": 5.00, \"currency\": \"PHP\"},"
                        + " {\"type\": \"velocity_limit\", \"name\": \"twice\", \"max_count\": 2, \"counter\":"
                        + " {\"scope\": \"card\", \"window\": {\"type\": \"sliding\", \"seconds\": 3600},"
                        + " \"currency\": \"PHP\"}}]");
        run(0, "create", "--control", "daily", "--file", rules.toString());
        assertThat(out.toString().trim()).isEqualTo("daily  1  draft");

        backtests();

        run(0, "shadow", "--control", "daily", "--version", "1");
        run(0, "activate", "--control", "daily", "--version", "1");
        assertThat(out.toString().trim()).isEqualTo("daily  1  active");
        run(ExitCode.USAGE.code(), "shadow", "--control", "daily", "--version", "1");
        assertThat(err.toString()).contains("a version goes from draft to shadow");

        run(0, "assign", "--control", "daily", "--account", "alice");
        assertThat(out.toString().trim()).isEqualTo("daily is assigned to account alice");
        run(0, "unassign", "--control", "daily", "--account", "alice");
        run(ExitCode.USAGE.code(), "unassign", "--control", "daily", "--account", "alice");

        run(0, "retire", "--control", "daily", "--version", "1");
        run(0, "list");
        assertThat(out.toString().trim()).isEqualTo("daily  1  retired");
    }

    /** 100, 600 and 200: the second is too large, and the third the second that counts. */
    private void backtests() {
        List<String> backtest = List.of("backtest", "--control", "daily", "--version", "1", "--from");
        run(0, with(backtest, "2020-01-01T00:00:00Z"));
        assertThat(out.toString())
                .startsWith("daily 1 would decline 1 of 3 (33.3 %)")
                .containsPattern("amount_exceeded +1\\R")
                .containsPattern("small +1\\R")
                .contains("approved then, declined now: 1")
                .contains("small: amount_exceeded")
                .contains("declined then, approved now: 0");
        run(ExitCode.CHECK_FAILED.code(), with(backtest, "2020-01-01T00:00:00Z", "--max-newly-declined", "0"));
        run(0, with(backtest, "2020-01-01T00:00:00Z", "--to", "2020-01-02T00:00:00Z"));
        assertThat(out.toString()).startsWith("daily 1 would decline 0 of 0");
        run(ExitCode.USAGE.code(), with(backtest, "yesterday"));
        run(
                ExitCode.USAGE.code(),
                "backtest",
                "--control",
                "daily",
                "--version",
                "9",
                "--from",
                "2020-01-01T00:00:00Z");
        assertThat(err.toString()).contains("the control has no version with this number");
    }

    @Test
    void refusesRulesThatCannotBeReadAndTenantsThatAreNotThere() throws IOException {
        Path rules = Files.writeString(directory.resolve("rules.json"), "[{\"type\": \"what\"}]");
        run(ExitCode.USAGE.code(), "create", "--control", "odd", "--file", rules.toString());
        assertThat(err.toString()).contains("is no type of rule");
        run(
                ExitCode.USAGE.code(),
                "create",
                "--control",
                "odd",
                "--file",
                directory.resolve("nothing").toString());
        run(ExitCode.USAGE.code(), "list", "--tenant", "nobody");
        assertThat(err.toString()).contains("there is no tenant nobody");
        run(ExitCode.USAGE.code(), "assign", "--control", "nothing", "--account", "nobody");
    }

    private static void authorizeThreeTimes(String account) {
        try (TestEngine engine = TestEngine.start(DATABASE.url())) {
            TestNetwork network = new TestNetwork(engine);
            TestCard card = network.card(account, 10_000);
            for (long minor : List.of(100L, 600L, 200L)) {
                Trace trace = network.trace();
                network.authorize(card, trace, "net-" + minor, PaymentKind.FINAL_AUTHORIZATION, minor);
            }
        }
    }

    private static String[] with(List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void run(int exit, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("controls"));
        all.addAll(List.of(arguments));
        all.add("--config");
        all.add(configuration.toString());
        int code = Holdfast.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        assertThat(code).as(all + " " + err).isEqualTo(exit);
    }
}
