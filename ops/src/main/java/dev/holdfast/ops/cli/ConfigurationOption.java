package dev.holdfast.ops.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.holdfast.ops.configuration.Configuration;
import dev.holdfast.ops.configuration.Setting;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The option {@code --config}, and what it leads to. */
final class ConfigurationOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file; environment variables go before it. Default: $HOLDFAST_CONFIG.")
    private @Nullable Path file;

    /** Reads the configuration, and sets the log level that it asks for. */
    Configuration load() {
        Configuration configuration = Configuration.load(System.getenv(), file);
        Logger holdfast = (Logger) LoggerFactory.getLogger("dev.holdfast");
        holdfast.setLevel(Level.valueOf(configuration.text(Setting.HOLDFAST_LOG_LEVEL)));
        return configuration;
    }
}
