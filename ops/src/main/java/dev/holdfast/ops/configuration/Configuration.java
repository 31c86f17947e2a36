package dev.holdfast.ops.configuration;

import dev.holdfast.engine.database.DatabaseUrl;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value within its bound for every setting that has one. */
public final class Configuration {

    /** Names the file; the option {@code --config} goes first. */
    public static final String FILE_VARIABLE = "HOLDFAST_CONFIG";

    private static final String PREFIX = "HOLDFAST_";
    /** Read by the launcher or by commands that are clients. */
    private static final Set<String> NOT_SETTINGS =
            Set.of(FILE_VARIABLE, "HOLDFAST_JAVA_OPTS", "HOLDFAST_API_KEY", "HOLDFAST_URL");

    private static final String MASK = "********";

    /** A value and where it was found. */
    private record Given(String text, String source) {}

    private final Map<Setting, Given> given;

    private Configuration(Map<Setting, Given> given) {
        this.given = given;
    }

    /**
     * Reads the environment and the file.
     *
     * @param file the value of {@code --config}
     * @throws ConfigurationException naming every bad key at once
     */
    public static Configuration load(Map<String, String> environment, @Nullable Path file) {
        Path named = file != null
                ? file
                : set(environment, FILE_VARIABLE).map(Path::of).orElse(null);
        Map<String, String> fromFile = named == null ? Map.of() : ConfigurationFile.read(named);
        List<String> problems = new ArrayList<>();
        for (String key : fromFile.keySet()) {
            if (Setting.of(key).isEmpty()) {
                problems.add(key + ": no such key (file " + named + ")");
            }
        }
        Map<Setting, Given> given = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            find(setting, environment, fromFile, named).ifPresent(value -> {
                given.put(setting, value);
                if (!setting.admits(value.text())) {
                    problems.add(problem(setting, value));
                }
            });
        }
        problems.addAll(contradictions(given));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Configuration(given);
    }

    private static Optional<Given> find(
            Setting setting, Map<String, String> environment, Map<String, String> fromFile, @Nullable Path file) {
        return explicit(setting, environment, fromFile, file)
                .or(() -> setting.defaultValue()
                        .or(() -> DefaultDirectory.of(setting, environment, dataDirectory(environment, fromFile)))
                        .map(text -> new Given(text, "default")));
    }

    private static Optional<Given> explicit(
            Setting setting, Map<String, String> environment, Map<String, String> fromFile, @Nullable Path file) {
        return set(environment, setting.key())
                .map(text -> new Given(text, "environment"))
                .or(() -> set(fromFile, setting.key()).map(text -> new Given(text, "file " + file)));
    }

    /** What is configured, unless it is no path: then it is refused itself, and nothing follows from it. */
    private static Optional<String> dataDirectory(Map<String, String> environment, Map<String, String> fromFile) {
        return explicit(Setting.HOLDFAST_DATA_DIR, environment, fromFile, null)
                .map(Given::text)
                .filter(Setting.HOLDFAST_DATA_DIR::admits);
    }

    private static Optional<String> set(Map<String, String> values, String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String problem(Setting setting, Given value) {
        String shown = setting.secret() ? "the value" : "\"" + value.text() + "\"";
        return setting.key() + ": " + shown + " is not a valid value: " + setting.bound() + " (" + value.source() + ")";
    }

    private static List<String> contradictions(Map<Setting, Given> given) {
        List<String> found = new ArrayList<>();
        sharedPort(given, Setting.HOLDFAST_MANAGEMENT_PORT, Setting.HOLDFAST_HTTP_PORT, "the API", found);
        sharedPort(given, Setting.HOLDFAST_ISO8583_PORT, Setting.HOLDFAST_HTTP_PORT, "the API", found);
        sharedPort(
                given,
                Setting.HOLDFAST_ISO8583_PORT,
                Setting.HOLDFAST_MANAGEMENT_PORT,
                "the management listener",
                found);
        missing(given, Setting.HOLDFAST_ISO8583_TLS_CERTIFICATE, Setting.HOLDFAST_ISO8583_TLS_KEY, found);
        missing(given, Setting.HOLDFAST_ISO8583_TLS_KEY, Setting.HOLDFAST_ISO8583_TLS_CERTIFICATE, found);
        missing(given, Setting.HOLDFAST_ISO8583_TLS_CLIENT_AUTHORITY, Setting.HOLDFAST_ISO8583_TLS_CERTIFICATE, found);
        return found;
    }

    private static void sharedPort(
            Map<Setting, Given> given, Setting port, Setting other, String owner, List<String> found) {
        String text = textOf(given, port);
        if (text.equals(textOf(given, other)) && !text.equals("0")) {
            found.add(port.key() + ": " + text + " is the port of " + owner + " too");
        }
    }

    private static void missing(Map<Setting, Given> given, Setting setting, Setting needed, List<String> found) {
        if (given.containsKey(setting) && !given.containsKey(needed)) {
            found.add(setting.key() + ": needs " + needed.key());
        }
    }

    private static String textOf(Map<Setting, Given> given, Setting setting) {
        Given value = given.get(setting);
        return value == null ? "" : value.text();
    }

    /** Variables that look like settings and are none: most likely misspelt. */
    public static List<String> unknownVariables(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && Setting.of(name).isEmpty() && !NOT_SETTINGS.contains(name))
                .sorted()
                .toList();
    }

    public String text(Setting setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.key() + " is not set"));
    }

    /** The value, if there is one. */
    public Optional<String> find(Setting setting) {
        return Optional.ofNullable(given.get(setting)).map(Given::text);
    }

    public int whole(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public Duration duration(Setting setting) {
        return TimeSpan.parse(text(setting)).orElseThrow();
    }

    public Path directory(Setting setting) {
        return Path.of(text(setting)).toAbsolutePath().normalize();
    }

    /** Where the database is; absent if it is the embedded one. */
    public Optional<DatabaseUrl> database() {
        return find(Setting.DATABASE_URL).map(DatabaseUrl::parse);
    }

    /** One line per key: its value, and where it comes from. Secrets are masked. */
    public String print() {
        StringBuilder lines = new StringBuilder();
        given.forEach((setting, value) -> lines.append(setting.key())
                .append('=')
                .append(shown(setting, value))
                .append("  # ")
                .append(value.source())
                .append(System.lineSeparator()));
        return lines.toString();
    }

    private static String shown(Setting setting, Given value) {
        if (setting == Setting.DATABASE_URL) {
            return DatabaseUrl.parse(value.text()).toString();
        }
        return setting.secret() ? MASK : value.text();
    }

    @Override
    public String toString() {
        return print();
    }
}
