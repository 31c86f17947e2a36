package dev.holdfast.ops.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The configuration file: {@code KEY=value} lines, as {@link Properties} reads them, in UTF-8. */
final class ConfigurationFile {

    /** Far more than all keys need; a wrong path to something large is refused instead of read. */
    static final int MAX_BYTES = 64 * 1024;

    private ConfigurationFile() {}

    /**
     * Reads the file.
     *
     * @throws ConfigurationException if it cannot be read or is no such file
     */
    static Map<String, String> read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw refusal(file, "it has more than " + MAX_BYTES + " bytes");
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            Map<String, String> values = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
            return values;
        } catch (NoSuchFileException e) {
            throw refusal(file, "it does not exist");
        } catch (IOException | IllegalArgumentException e) {
            // The exception's own text may quote a line of the file, and so a secret.
            throw refusal(file, "it cannot be read as KEY=value lines in UTF-8");
        }
    }

    private static ConfigurationException refusal(Path file, String reason) {
        return new ConfigurationException(List.of("configuration file " + file + ": " + reason));
    }
}
