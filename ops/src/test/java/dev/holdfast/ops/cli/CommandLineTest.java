package dev.holdfast.ops.cli;

import dev.holdfast.ops.Holdfast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void hasHelpOnEveryCommand() {
        List<List<String>> commands = commands(Holdfast.commandLine(), List.of());
        assertThat(commands)
                .contains(
                        List.of("serve"),
                        List.of("migrate"),
                        List.of("verify"),
                        List.of("account", "create"),
                        List.of("account", "show"),
                        List.of("cards", "issue"),
                        List.of("cards", "list"),
                        List.of("cards", "emboss"),
                        List.of("clients", "create"),
                        List.of("clients", "list"),
                        List.of("clients", "disable"),
                        List.of("clients", "secret", "add"),
                        List.of("clients", "secret", "revoke"),
                        List.of("clients", "key", "rotate"),
                        List.of("controls", "create"),
                        List.of("controls", "backtest"),
                        List.of("keys", "status"),
                        List.of("keys", "rotate"),
                        List.of("keys", "retire"));
        for (List<String> command : commands) {
            out.getBuffer().setLength(0);
            List<String> arguments = new ArrayList<>(command);
            arguments.add("--help");
            assertThat(execute(arguments.toArray(String[]::new)))
                    .as(command + " --help")
                    .isZero();
            assertThat(out.toString()).contains("Usage: holdfast").contains("--help");
        }
    }

    @Test
    void helpsWithACommandByItsName() {
        assertThat(execute("help", "serve")).isZero();
        assertThat(out.toString()).contains("Usage: holdfast serve", "--print-config");
    }

    private static List<List<String>> commands(CommandLine parent, List<String> path) {
        List<List<String>> all = new ArrayList<>();
        parent.getSubcommands().forEach((name, command) -> {
            List<String> own = new ArrayList<>(path);
            own.add(name);
            all.add(own);
            all.addAll(commands(command, own));
        });
        return all;
    }

    @Test
    void listsEveryExitCodeInItsHelp() {
        execute("--help");
        for (ExitCode exit : ExitCode.values()) {
            assertThat(out.toString()).containsPattern("(?m)^ +" + exit.code() + "  ");
        }
    }

    @Test
    void saysItsVersion() {
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).startsWith("holdfast ");
    }

    @Test
    void refusesACommandLineThatItDoesNotUnderstand() {
        assertThat(execute()).isEqualTo(ExitCode.USAGE.code());
        assertThat(execute("fly")).isEqualTo(ExitCode.USAGE.code());
        assertThat(execute("account")).isEqualTo(ExitCode.USAGE.code());
        assertThat(execute("account", "create", "alice")).isEqualTo(ExitCode.USAGE.code());
        assertThat(execute("serve", "--fast")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void endsWithTheConfigurationCodeWhenAValueIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("holdfast.properties"), "HOLDFAST_LANES=65\nHOLDFAST_READ_CONNECTIONS=x\n");
        assertThat(execute("serve", "--config", file.toString())).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(err.toString())
                .contains("holdfast: HOLDFAST_LANES: \"65\"")
                .contains("holdfast: HOLDFAST_READ_CONNECTIONS: \"x\"");
    }

    @Test
    void printsTheConfigurationWithoutSecrets(@TempDir Path directory) throws IOException {
        Path file =
                Files.writeString(directory.resolve("holdfast.properties"), "HOLDFAST_BOOTSTRAP_API_KEY=sesame-open\n");
        assertThat(execute("serve", "--print-config", "--config", file.toString()))
                .isZero();
        assertThat(out.toString()).contains("HOLDFAST_LANES=").doesNotContain("sesame-open");
    }

    @Test
    void endsWithTheServerCodeWhenNoServerAnswers() {
        assertThat(execute("account", "show", "alice", "--url", "http://127.0.0.1:1", "--api-key", "a-key-for-tests"))
                .isEqualTo(ExitCode.SERVER.code());
        assertThat(err.toString())
                .contains("no answer from http://127.0.0.1:1: connection refused; is the server running?")
                .doesNotContain("a-key-for-tests");
    }

    @Test
    void saysThatTheHostIsUnknown() {
        assertThat(execute("account", "show", "alice", "--url", "http://holdfast.invalid", "--api-key", "a-key"))
                .isEqualTo(ExitCode.SERVER.code());
        assertThat(err.toString()).contains("no answer from http://holdfast.invalid: unknown host");
    }

    @Test
    void refusesADepositThatIsNoPositiveAmountBeforeItAsksTheServer() {
        assertThat(deposit("abc")).isEqualTo(ExitCode.USAGE.code());
        assertThat(deposit("1e999999999")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("--deposit: not an amount").doesNotContain("no answer");
        assertThat(deposit("0.00")).isEqualTo(ExitCode.USAGE.code());
        assertThat(deposit("-5")).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString()).contains("--deposit: must be greater than zero");
    }

    private int deposit(String amount) {
        return execute(
                "account",
                "create",
                "alice",
                "--currency",
                "PHP",
                "--deposit",
                amount,
                "--url",
                "http://127.0.0.1:1",
                "--api-key",
                "a-key-for-tests");
    }

    private int execute(String... arguments) {
        return Holdfast.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
