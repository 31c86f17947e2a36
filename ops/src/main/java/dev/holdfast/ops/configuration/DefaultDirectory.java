package dev.holdfast.ops.configuration;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Directories where none are configured: by user, as the XDG Base Directory Specification places them, and never by
 * working directory. Where the money is must not depend on where a command was typed.
 */
final class DefaultDirectory {

    private static final String NAME = "holdfast";

    private DefaultDirectory() {}

    /** @param dataDirectory the configured one, if there is one */
    static Optional<String> of(Setting setting, Map<String, String> environment, Optional<String> dataDirectory) {
        return switch (setting) {
            case HOLDFAST_DATA_DIR -> Optional.of(place(environment, "/var/lib", "XDG_DATA_HOME", ".local/share"));
            case HOLDFAST_KEYS ->
                beside(dataDirectory.or(() -> of(Setting.HOLDFAST_DATA_DIR, environment, Optional.empty())));
            case HOLDFAST_CACHE_DIR -> Optional.of(place(environment, "/var/cache", "XDG_CACHE_HOME", ".cache"));
            default -> Optional.empty();
        };
    }

    /** Not below it: a copy of the data must not have the keys in it. */
    private static Optional<String> beside(Optional<String> directory) {
        return directory.map(path -> Path.of(path).toAbsolutePath().normalize() + "-keys");
    }

    /**
     * @param system for root: others can enter it, which PostgreSQL needs where it must run as another user
     * @param variable names the user's directory; the specification says to ignore a relative one
     */
    private static String place(Map<String, String> environment, String system, String variable, String below) {
        if (System.getProperty("user.name").equals("root")) {
            return Path.of(system, NAME).toString();
        }
        String configured = environment.getOrDefault(variable, "");
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Path base = configured.startsWith("/") ? Path.of(configured) : home.resolve(below);
        return base.resolve(NAME).toString();
    }
}
