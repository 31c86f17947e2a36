package dev.holdfast.ops.cli;

import dev.holdfast.ops.system.OpenDatabase;
import dev.holdfast.ops.system.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Brings the schema to this version and ends. */
@Command(
        name = "migrate",
        description = {
            "Brings the database's schema to this version.",
            "serve does so too, before it listens. Without DATABASE_URL: the embedded PostgreSQL, "
                    + "which is made if there is none yet."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class MigrateCommand implements Callable<Integer> {

    @Mixin
    private final ConfigurationOption configurationOption = new ConfigurationOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        OpenDatabase database = OpenDatabase.of(configurationOption.load());
        return StopOnSignal.during(() -> migrate(database), database::close).code();
    }

    private ExitCode migrate(OpenDatabase database) {
        try (database) {
            database.start();
            int applied = Schema.migrate(database.url());
            PrintWriter out = spec.commandLine().getOut();
            out.println("applied " + applied + " migrations; the schema of " + database.url() + " is up to date");
            out.flush();
            return ExitCode.OK;
        }
    }
}
