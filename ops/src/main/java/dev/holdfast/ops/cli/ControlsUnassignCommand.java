package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Says where a control applies. */
@Command(
        name = "unassign",
        description = "Lets a control apply no more where it was assigned.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ControlsUnassignCommand implements Callable<Integer> {

    @Mixin
    private final ControlOptions controls = new ControlOptions();

    @Mixin
    private final ControlPlace place = new ControlPlace();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return controls.withControls(spec, desk -> {
            desk.unassign(place.account(), place.card(), place.control());
            place.tell(spec, "is not assigned to");
            return ExitCode.OK;
        });
    }
}
