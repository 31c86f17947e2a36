package dev.holdfast.ops.cli;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.testing.Canaries;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands on clients, one after the other on one database. */
class ClientCommandsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static final Pattern SHOWN =
            Pattern.compile("client_id=([0-9a-f-]{36})\\Rclient_secret=(hfs_([0-9]+)_[A-Za-z0-9_-]{43})\\R");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path configuration;

    /** An engine makes the tenant when it begins. */
    @BeforeAll
    static void makeTheTenant() {
        TestEngine.start(DATABASE.url()).close();
    }

    @BeforeEach
    void configure(@TempDir Path temporary) throws IOException {
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
    void makesAClientAndChangesItsSecret() {
        run(0, "create", "--name", "wallet", "--scope", "txn.r resources/accounts.read");
        Matcher first = shown();
        String client = first.group(1);
        assertThat(first.group(3)).isEqualTo("1");

        run(0, "secret", "add", "--client", client);
        assertThat(shown().group(3)).isEqualTo("2");
        run(0, "list");
        assertThat(out.toString().trim()).isEqualTo(client + "  wallet  secrets [1, 2]  acct.r txn.r");

        run(0, "secret", "revoke", "--client", client, "--secret", "1");
        run(ExitCode.USAGE.code(), "secret", "revoke", "--client", client, "--secret", "1");
        run(0, "list");
        assertThat(out.toString()).contains("secrets [2]").doesNotContain("hfs_");

        run(0, "disable", "--client", client);
        run(0, "list");
        assertThat(out.toString()).contains("disabled");
        assertThat(Canaries.rows(DATABASE.url())).noneMatch(row -> row.contains(first.group(2)));
    }

    @Test
    void changesSigningKeys() {
        run(0, "key", "rotate");
        String key = out.toString().trim();
        run(0, "key", "list");
        assertThat(out.toString()).contains(key);
        run(0, "key", "revoke", "--key=" + key);
        run(ExitCode.USAGE.code(), "key", "revoke", "--key=" + key);
        assertThat(err.toString()).contains("there is no such signing key");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        run(ExitCode.USAGE.code(), "create", "--name", "odd", "--scope", "everything");
        assertThat(err.toString()).contains("a scope is not known; there are acct.r");
        run(ExitCode.USAGE.code(), "create", "--name", " ", "--scope", "txn.r");
        run(ExitCode.USAGE.code(), "list", "--tenant", "nobody");
        assertThat(err.toString()).contains("there is no tenant nobody");
        run(ExitCode.USAGE.code(), "secret", "add", "--client", "0c6fd1b3-5b9e-8d6f-9f13-5f0d4bb1a0f2");
        assertThat(err.toString()).contains("the tenant has no such client");
    }

    private Matcher shown() {
        Matcher matcher = SHOWN.matcher(out.toString());
        assertThat(matcher.matches()).as(out.toString()).isTrue();
        return matcher;
    }

    private void run(int exit, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("clients"));
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
