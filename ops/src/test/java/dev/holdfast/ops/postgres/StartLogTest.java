package dev.holdfast.ops.postgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class StartLogTest {

    private final Path startLog;
    private final Path serverLog;

    StartLogTest(@TempDir Path directory) throws IOException {
        this.startLog = directory.resolve("start.log");
        this.serverLog = Files.createDirectory(directory.resolve("log"));
    }

    @Test
    void givesTheFirstCauseOfAStartWithTheAdviceBelowIt() throws IOException {
        Files.writeString(startLog, """
                LOG:  starting
                2026-01-01 00:00:00.000 UTC [7] FATAL:  could not extend file "base/1/2691"
                2026-01-01 00:00:00.000 UTC [7] HINT:  Check free disk space.
                2026-01-01 00:00:00.000 UTC [7] PANIC:  cannot abort transaction 1
                """);
        assertThat(StartLog.cause(startLog, serverLog))
                .isEqualTo("could not extend file \"base/1/2691\" (Check free disk space.)");
    }

    @Test
    void givesTheLastCauseOfTheServersOwnLogWhenTheStartSaidNothing() throws IOException {
        Files.writeString(startLog, "LOG:  redirecting log output to logging collector process\n");
        Files.writeString(serverLog.resolve("postgresql-Mon.log"), "FATAL:  yesterday's\nFATAL:  today's\n");
        assertThat(StartLog.cause(startLog, serverLog)).isEqualTo("today's");
    }

    @Test
    void saysWhereToLookWhenNoCauseWasLogged() {
        assertThat(StartLog.cause(startLog, serverLog))
                .contains(startLog.toString())
                .contains(serverLog.toString());
    }
}
