package dev.holdfast.ops.cli;

import dev.holdfast.engine.verification.VerificationReport;
import dev.holdfast.ops.system.OpenDatabase;
import dev.holdfast.ops.system.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Recomputes the book and says whether it is right. */
@Command(
        name = "verify",
        description = {
            "Recomputes the book from the journal and compares.",
            "Every balance, hold, total and hash. May run beside a server. Ends with 0 if all agree, "
                    + "with 1 if anything does not.",
            "Without DATABASE_URL: the embedded PostgreSQL in HOLDFAST_DATA_DIR, running or not."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final ConfigurationOption configurationOption = new ConfigurationOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        OpenDatabase database = OpenDatabase.ofExisting(configurationOption.load());
        return StopOnSignal.during(() -> verify(database), database::close).code();
    }

    private ExitCode verify(OpenDatabase database) {
        try (database) {
            database.start();
            VerificationReport report = Verification.of(database.url());
            PrintWriter out = spec.commandLine().getOut();
            out.print(VerificationText.of(report));
            out.flush();
            return report.clean() ? ExitCode.OK : ExitCode.CHECK_FAILED;
        }
    }
}
