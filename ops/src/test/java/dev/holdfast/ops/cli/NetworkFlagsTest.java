package dev.holdfast.ops.cli;

import dev.holdfast.ops.Holdfast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkFlagsTest {

    @Test
    void refusesANetworkWithoutCards() {
        assertThat(failure("--network", "127.0.0.1:8583")).startsWith("2 --network needs --cards");
    }

    @Test
    void refusesAPlaceThatIsNoPort() {
        assertThat(failure("--network", "8583")).startsWith("2 --network: 8583 is not of the form host:port");
    }

    @Test
    void refusesAnUnknownProfile() {
        assertThat(failure("--network", "127.0.0.1:8583", "--profile", "morse")).startsWith("2 no such profile: morse");
    }

    @Test
    void namesTheLineOfACardThatIsNone(@TempDir Path directory) throws IOException {
        Path cards = Files.writeString(directory.resolve("cards.jsonl"), "{\"pan\":\"9999990000000018\"}");

        assertThat(failure("--network", "127.0.0.1:8583", "--cards", cards.toString()))
                .startsWith("3 ")
                .contains("line 1: expiry is missing")
                .doesNotContain("999999");
    }

    private static String failure(String... flags) {
        StringWriter err = new StringWriter();
        String[] arguments = new String[flags.length + 3];
        arguments[0] = "simulate";
        arguments[1] = "--api-key";
        arguments[2] = "key";
        System.arraycopy(flags, 0, arguments, 3, flags.length);
        int exit = Holdfast.commandLine()
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return exit + " " + err;
    }
}
