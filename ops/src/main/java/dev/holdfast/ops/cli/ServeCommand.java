package dev.holdfast.ops.cli;

import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.system.HoldfastSystem;
import dev.holdfast.ops.system.SystemOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Runs a server until a signal stops it. */
@Command(
        name = "serve",
        description = {
            "Runs the server until it gets SIGTERM or Ctrl-C.",
            "Uses DATABASE_URL if it is set, else an embedded PostgreSQL whose data stays in " + "HOLDFAST_DATA_DIR.",
            "When it is ready it prints one line: ready http=HOST:PORT iso8583=HOST:PORT management=HOST:PORT"
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Mixin
    private final ConfigurationOption configurationOption = new ConfigurationOption();

    @Option(names = "--print-config", description = "Prints the configuration, secrets hidden, and does nothing else.")
    private boolean printOnly;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Configuration configuration = configurationOption.load();
        PrintWriter out = spec.commandLine().getOut();
        if (printOnly) {
            out.print(configuration.print());
            out.flush();
            return ExitCode.OK.code();
        }
        Configuration.unknownVariables(System.getenv())
                .forEach(name -> LOG.warn("the environment variable {} is no setting; is it misspelt?", name));
        HoldfastSystem system = new HoldfastSystem(SystemOptions.of(configuration));
        return StopOnSignal.during(() -> run(system, out), system::close).code();
    }

    private static ExitCode run(HoldfastSystem system, PrintWriter out) {
        system.start();
        out.println("ready http=" + text(system.api()) + " iso8583=" + text(system.link()) + " management="
                + text(system.management()));
        out.flush();
        // Ends only if the database is lost; a signal ends the process.
        system.databaseLost().join();
        LOG.error("the database is lost: stopping");
        system.close();
        return ExitCode.DATABASE;
    }

    private static String text(SystemOptions.Address address) {
        return address.host() + ":" + address.port();
    }
}
