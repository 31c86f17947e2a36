package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Drafts a version. */
@Command(
        name = "create",
        description = "Drafts the next version of a control, or the first, which makes the control.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ControlsCreateCommand implements Callable<Integer> {

    @Mixin
    private final ControlOptions controls = new ControlOptions();

    @Option(names = "--control", required = true, paramLabel = "NAME", description = "1 to 64 characters.")
    @SuppressWarnings("NullAway.Init")
    private String control;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The rules: a JSON array.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return controls.withControls(spec, desk -> {
            ControlOptions.tell(spec, desk.create(control, file));
            return ExitCode.OK;
        });
    }
}
