package dev.holdfast.ops.cli;

import dev.holdfast.ops.control.ControlDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Lets a version decide. */
@Command(
        name = "activate",
        description = "Lets a version decide that is in shadow, and retires the one that has decided so far.")
final class ControlsActivateCommand implements Callable<Integer> {

    @Mixin
    private final ControlOptions controls = new ControlOptions();

    @Mixin
    private final ControlOptions.Version version = new ControlOptions.Version();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return controls.step(spec, version, ControlDesk::activate);
    }
}
