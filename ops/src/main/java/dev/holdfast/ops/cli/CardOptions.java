package dev.holdfast.ops.cli;

import dev.holdfast.ops.card.CardOffice;
import dev.holdfast.ops.card.KeyChange;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.configuration.Setting;
import dev.holdfast.ops.keys.KeyDirectory;
import dev.holdfast.ops.system.OpenDatabase;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What every command on cards and keys needs: a database that is there, and the keys. */
final class CardOptions {

    @Mixin
    private final ConfigurationOption configurationOption = new ConfigurationOption();

    /** Runs work on cards; what it refuses is told like a wrong option. */
    int withCards(CommandSpec spec, Function<CardOffice, ExitCode> work) {
        return with(spec, (office, keys) -> work.apply(office));
    }

    /** Runs work on keys; what it refuses is told like a wrong option. */
    int withKeys(CommandSpec spec, Function<KeyChange, ExitCode> work) {
        PrintWriter out = spec.commandLine().getOut();
        return with(
                spec,
                (office, keys) -> work.apply(new KeyChange(office, keys, line -> {
                    out.println(line);
                    out.flush();
                })));
    }

    private int with(CommandSpec spec, BiFunction<CardOffice, KeyDirectory, ExitCode> work) {
        Configuration configuration = configurationOption.load();
        OpenDatabase database = OpenDatabase.ofExisting(configuration);
        KeyDirectory keys = new KeyDirectory(configuration.directory(Setting.HOLDFAST_KEYS));
        return StopOnSignal.during(() -> run(spec, database, keys, work), database::close)
                .code();
    }

    private static ExitCode run(
            CommandSpec spec,
            OpenDatabase database,
            KeyDirectory keys,
            BiFunction<CardOffice, KeyDirectory, ExitCode> work) {
        try (database) {
            database.start();
            try (CardOffice office = CardOffice.open(database.url(), keys)) {
                return Limits.understood(spec, () -> work.apply(office, keys));
            }
        }
    }

    /** Who asks, for records of accesses. */
    static String actor(String command) {
        return "holdfast " + command + " by " + System.getProperty("user.name");
    }
}
