package dev.holdfast.ops.cli;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.ops.Holdfast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands on cards and keys, one after the other on one database. */
class CardCommandsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path directory;
    private Path configuration;

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
    void issuesListsEmbossesAndChangesKeys() throws IOException {
        try (TestEngine engine = TestEngine.start(DATABASE.url())) {
            engine.open("alice");
        }
        List<String> issue =
                List.of("cards", "issue", "--account", "alice", "--key", "k1", "--count", "3", "--expiry", "2031-08");
        assertThat(execute(issue)).as(err.toString()).isZero();
        String issued = out.toString();
        assertThat(issued.lines())
                .hasSize(3)
                .allMatch(line -> line.matches("[0-9a-f-]{36}  999999\\*{6}\\d{4}  2031-08"));
        assertThat(execute(issue)).isZero();
        assertThat(out.toString()).isEqualTo(issued);

        assertThat(execute(List.of("cards", "list", "--account", "alice"))).isZero();
        assertThat(out.toString().lines()).hasSize(3).allMatch(line -> line.endsWith("inactive, no PIN"));

        Path file = directory.resolve("bureau.jsonl");
        List<String> emboss = List.of("cards", "emboss", "--account", "alice", "--out", file.toString());
        assertThat(execute(emboss)).as(err.toString()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3).allMatch(line -> line.contains("\"pan\":\"999999"));
        assertThat(execute(emboss)).isEqualTo(ExitCode.USAGE.code());

        changesKeys(file, lines);
    }

    private void changesKeys(Path embossed, List<String> before) throws IOException {
        assertThat(execute(List.of("keys", "rotate", "lookup")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("lookup key 2 is the current one", "rewrote 3 rows; 0 cannot be read");
        assertThat(execute(List.of("keys", "rotate", "encryption"))).isZero();
        assertThat(execute(List.of("keys", "retire", "lookup", "2"))).isEqualTo(ExitCode.USAGE.code());
        assertThat(execute(List.of("keys", "retire", "lookup", "1")))
                .as(err.toString())
                .isZero();
        assertThat(execute(List.of("keys", "retire", "encryption", "1"))).isZero();
        assertThat(execute(List.of("keys", "status"))).isZero();
        assertThat(out.toString())
                .containsPattern("encryption +2  current +3 rows")
                .containsPattern("lookup +2  current +3 rows")
                .contains("development keys");

        Path again = embossed.resolveSibling("again.jsonl");
        assertThat(execute(List.of("cards", "emboss", "--account", "alice", "--out", again.toString())))
                .isZero();
        assertThat(Files.readAllLines(again)).isEqualTo(before);
    }

    @Test
    void refusesAnAccountAndATenantThatAreNotThere() {
        assertThat(execute(List.of("cards", "issue", "--account", "nobody", "--key", "k", "--expiry", "2031-08")))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(execute(List.of("cards", "list", "--tenant", "nobody", "--account", "alice")))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("there is no tenant nobody");
        assertThat(execute(List.of("cards", "issue", "--account", "a", "--key", "k", "--expiry", "08/31")))
                .isEqualTo(ExitCode.USAGE.code());
    }

    private int execute(List<String> arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(arguments);
        all.add("--config");
        all.add(configuration.toString());
        return Holdfast.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
