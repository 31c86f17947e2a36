package dev.holdfast.ops.testing;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.system.DatabaseChoice;
import dev.holdfast.ops.system.SystemOptions;

import java.nio.file.Path;
import java.util.Map;

/** What a system that runs inside a test is given. */
public final class TestConfiguration {

    public static final String KEY = "a-key-for-tests-only";

    private static final Path KEYS = Path.of("target", "test-keys").toAbsolutePath();

    private TestConfiguration() {}

    /** A system with its defaults, on a database of the test's and on free ports. */
    public static SystemOptions on(DatabaseUrl database) {
        return on(database, "mastercard-style");
    }

    /** The same, with another dialect of the card network. */
    public static SystemOptions on(DatabaseUrl database, String profile) {
        Configuration defaults = Configuration.load(
                Map.of(
                        "HOLDFAST_CACHE_DIR",
                        HoldfastProcess.CACHE.toString(),
                        "HOLDFAST_KEYS",
                        KEYS.toString(),
                        "HOLDFAST_ISO8583_PROFILE",
                        profile),
                null);
        return SystemOptions.of(defaults)
                .withDatabase(new DatabaseChoice.Given(database))
                .withBootstrapApiKey(KEY)
                .onFreePorts();
    }
}
