package dev.holdfast.ops.cli;

import dev.holdfast.ops.control.ControlDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Gives a version up. */
@Command(name = "retire", description = "Gives a version up.")
final class ControlsRetireCommand implements Callable<Integer> {

    @Mixin
    private final ControlOptions controls = new ControlOptions();

    @Mixin
    private final ControlOptions.Version version = new ControlOptions.Version();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return controls.step(spec, version, ControlDesk::retire);
    }
}
