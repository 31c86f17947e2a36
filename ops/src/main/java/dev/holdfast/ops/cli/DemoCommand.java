package dev.holdfast.ops.cli;

import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.demo.Demo;
import dev.holdfast.ops.demo.DemoOptions;
import dev.holdfast.ops.demo.DemoOutcome;
import dev.holdfast.ops.postgres.PostgresOptions;
import dev.holdfast.ops.system.DatabaseChoice;
import dev.holdfast.ops.system.SystemOptions;
import dev.holdfast.simulator.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Shows what Holdfast does. */
@Command(
        name = "demo",
        description = {
            "Runs a whole Holdfast with card payments for a while.",
            "A throw-away PostgreSQL, a server on free loopback ports, accounts with money, and a "
                    + "caller that makes card payments and checks every answer. Ends with a report and a "
                    + "verification of the book.",
            "Exit code 0 means that both found everything right. Ctrl-C ends it early. Nothing is "
                    + "left behind but the report. DATABASE_URL is not used."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class DemoCommand implements Callable<Integer> {

    /** The rest of a run's limits add up to less, unless something hangs. */
    private static final Duration END_LIMIT = Duration.ofMinutes(10);

    private static final int KEY_BYTES = 16;

    @Mixin
    private final ConfigurationOption configurationOption = new ConfigurationOption();

    @Mixin
    private final ViewOptions viewOptions = new ViewOptions();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Length of the load. Default: until Ctrl-C, for an hour at most.")
    private @Nullable Integer seconds;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Payments per second, each about two operations. Default: ${DEFAULT-VALUE}.")
    private double rate = 200;

    @Option(names = "--accounts", paramLabel = "N", description = "Accounts. Default: ${DEFAULT-VALUE}.")
    private int accounts = 1_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed makes the same payments. Default: ${DEFAULT-VALUE}.")
    private long seed = 42;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Limits.check(spec, "--seconds", seconds == null ? 1 : seconds, 1, (double) DemoOptions.LONGEST.toSeconds());
        Limits.check(spec, "--rate", rate, 1, 100_000);
        Limits.check(spec, "--accounts", accounts, 1, 1_000_000);
        DemoOptions options = new DemoOptions(
                Optional.ofNullable(seconds).map(Duration::ofSeconds),
                rate,
                accounts,
                seed,
                viewOptions.reports(),
                ProgramVersion.commit());
        PrintWriter out = spec.commandLine().getOut();
        Demo demo = new Demo(options, system(configurationOption.load()), viewOptions.view(out));
        ViewOptions.warningsOnly();
        return StopOnSignal.early(() -> run(demo, out), demo::stop, END_LIMIT, demo::abort)
                .code();
    }

    private static SystemOptions system(Configuration configuration) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return SystemOptions.of(configuration)
                .withDatabase(new DatabaseChoice.Ephemeral(PostgresOptions.of(configuration)))
                .withBootstrapApiKey("demo-" + HexFormat.of().formatHex(key))
                .onFreePorts();
    }

    private static ExitCode run(Demo demo, PrintWriter out) {
        Optional<DemoOutcome> outcome = demo.run();
        if (outcome.isEmpty()) {
            out.println("stopped before there was anything to report");
            out.flush();
            return ExitCode.OK;
        }
        return tell(outcome.get(), out);
    }

    private static ExitCode tell(DemoOutcome outcome, PrintWriter out) {
        out.print(VerificationText.of(outcome.verification()));
        out.println();
        out.println("report: " + outcome.files().html().toAbsolutePath().normalize());
        out.println("        " + outcome.files().json().toAbsolutePath().normalize());
        out.println("cards:  " + outcome.cardFiles().html().toAbsolutePath().normalize());
        out.println("        " + outcome.cardFiles().json().toAbsolutePath().normalize());
        out.flush();
        if (!outcome.verification().clean()) {
            return ExitCode.CHECK_FAILED;
        }
        return SimulationExit.of(outcome.verdict() == Verdict.VALID ? outcome.cards() : outcome.verdict());
    }
}
