package dev.holdfast.ops.cli;

import dev.holdfast.ops.account.AccountClient;
import dev.holdfast.ops.configuration.ConfigurationException;
import dev.holdfast.ops.configuration.Setting;
import dev.holdfast.simulator.wire.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Which running server, and with which key. */
final class ServerOptions {

    private static final String DEFAULT_URL = "http://127.0.0.1:8080";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The server. Default: $HOLDFAST_URL, else " + DEFAULT_URL + ".")
    private @Nullable String url;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "The API key. Default: $HOLDFAST_API_KEY, which other users of the machine cannot see.")
    private @Nullable String key;

    AccountClient client() {
        return new AccountClient(new AccountClient.Door(uri(), header(), key()));
    }

    /** The same server, for the simulator. */
    Target target() {
        return new Target(uri(), header(), key());
    }

    private URI uri() {
        return parsed(url != null ? url : System.getenv().getOrDefault("HOLDFAST_URL", DEFAULT_URL));
    }

    private String key() {
        String chosen = key != null ? key : System.getenv().getOrDefault("HOLDFAST_API_KEY", "");
        if (chosen.isBlank()) {
            throw new ConfigurationException(List.of("no API key: set HOLDFAST_API_KEY, or give --api-key"));
        }
        return chosen;
    }

    private static String header() {
        Setting setting = Setting.HOLDFAST_API_KEY_HEADER;
        return System.getenv()
                .getOrDefault(setting.key(), setting.defaultValue().orElseThrow());
    }

    private static URI parsed(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, like every other text that is no such URL.
        }
        throw new ConfigurationException(List.of("\"" + text + "\" is not of the form http://host:port"));
    }
}
