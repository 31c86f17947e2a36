package dev.holdfast.ops.cli;

import dev.holdfast.ops.card.KeyPurpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Changes to a new key. */
@Command(
        name = "rotate",
        description = {
            "Draws a new key, makes it the current one, and brings every card under it.",
            "Takes some seconds before the first card, for running servers to read the new key. Interrupted, "
                    + "the same command goes on. The old key stays until it is retired.",
            "Servers that read another copy of the key files must be given the changed files meanwhile."
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class KeysRotateCommand implements Callable<Integer> {

    @Mixin
    private final CardOptions cards = new CardOptions();

    @Parameters(paramLabel = "PURPOSE", description = "encryption or lookup.")
    @SuppressWarnings("NullAway.Init")
    private KeyPurpose purpose;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return cards.withKeys(
                spec,
                keys -> keys.rotate(purpose, CardOptions.actor("keys rotate")) == 0
                        ? ExitCode.OK
                        : ExitCode.CHECK_FAILED);
    }
}
