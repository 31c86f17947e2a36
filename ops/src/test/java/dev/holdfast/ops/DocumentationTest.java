package dev.holdfast.ops;

import dev.holdfast.ops.cli.ExitCode;
import dev.holdfast.ops.configuration.Setting;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/configuration.md} to the code. On a difference the failure shows the table to put there. */
class DocumentationTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    @Test
    void listsEverySettingWithDefaultAndBound() throws IOException {
        String table = Arrays.stream(Setting.values())
                .map(setting -> "| `" + setting.key() + "` | "
                        + setting.defaultValue().map(value -> "`" + value + "`").orElse("-") + " | "
                        + setting.bound() + " | " + setting.meaning() + " |")
                .collect(Collectors.joining(
                        "\n", "| key | default | bound | meaning |\n| --- | --- | --- | --- |\n", "\n"));
        assertThat(Files.readString(PAGE)).contains(table);
    }

    @Test
    void listsEveryExitCode() throws IOException {
        String table = Arrays.stream(ExitCode.values())
                .map(exit -> "| " + exit.code() + " | " + exit.meaning() + " |")
                .collect(Collectors.joining("\n", "| exit code | meaning |\n| --- | --- |\n", "\n"));
        assertThat(Files.readString(PAGE)).contains(table);
    }
}
