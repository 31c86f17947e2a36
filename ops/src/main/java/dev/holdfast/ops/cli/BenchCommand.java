package dev.holdfast.ops.cli;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.ops.bench.Bench;
import dev.holdfast.ops.bench.BenchFigures;
import dev.holdfast.ops.bench.BenchOptions;
import dev.holdfast.ops.bench.BenchReport;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.configuration.ConfigurationException;
import dev.holdfast.ops.system.OpenDatabase;
import dev.holdfast.ops.system.SystemOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures. */
@Command(
        name = "bench",
        description = {
            "Measures the database, the engine and the API of this machine.",
            "How many journal rows a second can be inserted at all, how many operations a second the "
                    + "engine does one by one, with lanes, and over HTTP, all on one PostgreSQL; and compares "
                    + "with what is expected.",
            "Takes some minutes; the machine should have nothing else to do. Settings come from the " + "environment.",
            "A figure that falls short is no failure; a journal that does not hold what was "
                    + "acknowledged is (exit code 1)."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class BenchCommand implements Callable<Integer> {

    private static final int MOST_SECONDS = 600;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Length of a slice; each figure takes about six. Default: ${DEFAULT-VALUE}.")
    private int seconds = 5;

    @Option(
            names = "--slices",
            paramLabel = "N",
            description = "Slices per figure, of which the median counts. Default: ${DEFAULT-VALUE}.")
    private int slices = 3;

    @Option(names = "--accounts", paramLabel = "N", description = "Accounts. Default: ${DEFAULT-VALUE}.")
    private int accounts = 100_000;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there, as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "An empty database to measure. Default: an embedded PostgreSQL that is thrown away.")
    private @Nullable String databaseUrl;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Limits.check(spec, "--seconds", seconds, 1, MOST_SECONDS);
        Limits.check(spec, "--slices", slices, 1, 99);
        Limits.check(spec, "--accounts", accounts, 1, 1_000_000);
        Configuration configuration = Configuration.load(System.getenv(), null);
        ViewOptions.warningsOnly();
        PrintWriter out = spec.commandLine().getOut();
        Bench bench = new Bench(
                new BenchOptions(Duration.ofSeconds(seconds), slices, accounts),
                database(configuration),
                SystemOptions.of(configuration).engine().lanes(),
                out);
        return StopOnSignal.during(() -> run(bench, out), bench::close).code();
    }

    private OpenDatabase database(Configuration configuration) {
        if (databaseUrl == null) {
            return OpenDatabase.ephemeral(configuration);
        }
        try {
            return OpenDatabase.given(DatabaseUrl.parse(databaseUrl));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of("--database-url is " + e.getMessage()));
        }
    }

    private ExitCode run(Bench bench, PrintWriter out) {
        try (bench) {
            BenchFigures figures = bench.run(ProgramVersion.commit());
            out.println();
            out.print(BenchReport.text(figures));
            if (json != null) {
                Files.writeString(json, BenchReport.json(figures));
                out.println("figures: " + json.toAbsolutePath().normalize());
            }
            out.flush();
            return ExitCode.OK;
        } catch (IOException e) {
            throw new ConfigurationException(List.of("--json: " + e.getMessage()));
        }
    }
}
