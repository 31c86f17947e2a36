package dev.holdfast.ops.cli;

import dev.holdfast.engine.verification.VerificationReport;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.configuration.ConfigurationException;
import dev.holdfast.ops.configuration.Setting;
import dev.holdfast.ops.postgres.PostgresOptions;
import dev.holdfast.ops.scenario.ScenarioPlay;
import dev.holdfast.ops.system.DatabaseChoice;
import dev.holdfast.ops.system.SystemOptions;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.scenario.Scenario;
import dev.holdfast.simulator.network.scenario.ScenarioFile;
import dev.holdfast.simulator.network.scenario.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Plays scenario files of the card network. */
@Command(
        name = "scenario",
        description = {
            "Plays scenario files of the card network on a throw-away Holdfast.",
            "A file has one message or tick of the clock a line, what must be answered to it and what stands on the "
                    + "account afterwards. Without a file: those that come with the simulator. Ends with 0 if all came "
                    + "out as they say and the book is right, 1 if not.",
            "The messages are written in the dialect that HOLDFAST_ISO8583_PROFILE names. DATABASE_URL is not used."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ScenarioCommand implements Callable<Integer> {

    private static final int LARGEST_FILE = 100_000;
    private static final String KEY = "scenario-throw-away";

    @Mixin
    private final ConfigurationOption configurationOption = new ConfigurationOption();

    @Parameters(paramLabel = "FILE", description = "Scenarios, in the order in which they are to be played.")
    private List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Scenario> scenarios = Limits.understood(spec, this::scenarios);
        Configuration configuration = configurationOption.load();
        ScenarioPlay play = new ScenarioPlay(
                SystemOptions.of(configuration)
                        .withDatabase(new DatabaseChoice.Ephemeral(PostgresOptions.of(configuration)))
                        .withBootstrapApiKey(KEY)
                        .onFreePorts(),
                Style.named(configuration.text(Setting.HOLDFAST_ISO8583_PROFILE)));
        ViewOptions.warningsOnly();
        return StopOnSignal.during(() -> play(play, scenarios), play::close).code();
    }

    private List<Scenario> scenarios() {
        if (files.isEmpty()) {
            return Scenarios.all();
        }
        List<Scenario> read = new ArrayList<>();
        for (Path file : files) {
            Path name = file.getFileName();
            read.add(ScenarioFile.read(read.size() + 1 + "-" + name, content(file)));
        }
        return read;
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IllegalArgumentException(file + " has more than " + LARGEST_FILE + " bytes");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigurationException(List.of("the scenario " + file + " cannot be read: " + e.getMessage()));
        }
    }

    private ExitCode play(ScenarioPlay play, List<Scenario> scenarios) {
        PrintWriter out = spec.commandLine().getOut();
        try (play) {
            play.start();
            int wrong = 0;
            for (Scenario scenario : scenarios) {
                List<String> mismatches = play.play(scenario);
                out.println((mismatches.isEmpty() ? "right  " : "WRONG  ") + scenario.name());
                mismatches.forEach(mismatch -> out.println("       " + mismatch));
                out.flush();
                wrong += mismatches.isEmpty() ? 0 : 1;
            }
            VerificationReport verification = play.verify();
            out.println(scenarios.size() + " played, " + wrong + " wrong");
            out.print(VerificationText.of(verification));
            out.flush();
            return wrong == 0 && verification.clean() ? ExitCode.OK : ExitCode.CHECK_FAILED;
        }
    }
}
