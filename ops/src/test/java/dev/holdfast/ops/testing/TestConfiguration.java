package dev.holdfast.ops.testing;

import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.system.DatabaseChoice;
import dev.holdfast.ops.system.SystemOptions;

import java.nio.file.Path;
import java.util.HashMap;
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
        return on(database, Map.of("HOLDFAST_ISO8583_PROFILE", profile));
    }

    /** The same, with these settings. */
    public static SystemOptions on(DatabaseUrl database, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("HOLDFAST_CACHE_DIR", HoldfastProcess.CACHE.toString());
        environment.putIfAbsent("HOLDFAST_KEYS", KEYS.toString());
        return SystemOptions.of(Configuration.load(environment, null))
                .withDatabase(new DatabaseChoice.Given(database))
                .withBootstrapApiKey(KEY)
                .onFreePorts();
    }
}
