package dev.holdfast.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Shows the vault's keys. */
@Command(
        name = "status",
        description = "Lists every key by its number, and how many cards need it. Shows no key.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class KeysStatusCommand implements Callable<Integer> {

    @Mixin
    private final CardOptions cards = new CardOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return cards.withKeys(spec, keys -> {
            keys.status();
            return ExitCode.OK;
        });
    }
}
