package dev.holdfast.ops.scenario;

import dev.holdfast.ops.testing.HoldfastProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ScenarioCommandIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Map<String, String> SMALL = Map.of("HOLDFAST_POSTGRES_SHARED_BUFFERS_MB", "16");

    private final Path directory;

    ScenarioCommandIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void playsFilesAndNamesTheLineThatCameOutOtherwise() throws IOException {
        Path right = file("right.txt", """
                account a PHP 100.00
                card c a
                h hold c 80.00 -> 00 available=20.00 held=80.00
                tick 30d
                b balance c 0.00 -> 00 available=100.00 held=0.00
                """);
        Path wrong = file("wrong.txt", """
                account a PHP 10.00
                card c a
                p authorize c 20.00 -> 00 available=-10.00
                """);

        try (HoldfastProcess scenario = start(right, wrong)) {
            assertThat(scenario.awaitExit(LIMIT))
                    .as(scenario.out() + scenario.err())
                    .isEqualTo(1);
            assertThat(scenario.out())
                    .contains("right  1-right.txt", "WRONG  2-wrong.txt", "2 played, 1 wrong", "the book is right")
                    .contains("3: p authorize c 20.00 -> 00 available=-10.00  BUT DE39 51");
        }
    }

    @Test
    void refusesAFileThatItDoesNotUnderstand() throws IOException {
        Path odd = file("odd.txt", "account a PHP 10.00\ncard c a\np pay c 20.00 -> 00\n");

        try (HoldfastProcess scenario = start(odd)) {
            assertThat(scenario.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(scenario.err()).contains("1-odd.txt, line 3");
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private HoldfastProcess start(Path... files) {
        String[] arguments = new String[files.length + 1];
        arguments[0] = "scenario";
        for (int index = 0; index < files.length; index++) {
            arguments[index + 1] = files[index].toString();
        }
        return HoldfastProcess.start(directory, SMALL, arguments);
    }
}
