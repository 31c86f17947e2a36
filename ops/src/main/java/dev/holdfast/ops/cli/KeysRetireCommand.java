package dev.holdfast.ops.cli;

import dev.holdfast.ops.card.KeyPurpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Drops a key. */
@Command(
        name = "retire",
        description = "Drops a key for good. Refuses as long as a card needs it, and the current one always.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class KeysRetireCommand implements Callable<Integer> {

    @Mixin
    private final CardOptions cards = new CardOptions();

    @Parameters(index = "0", paramLabel = "PURPOSE", description = "encryption or lookup.")
    @SuppressWarnings("NullAway.Init")
    private KeyPurpose purpose;

    @Parameters(index = "1", paramLabel = "NUMBER", description = "The key's number, as status lists it.")
    private int number;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return cards.withKeys(spec, keys -> {
            keys.retire(purpose, number);
            return ExitCode.OK;
        });
    }
}
