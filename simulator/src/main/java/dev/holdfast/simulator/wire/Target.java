package dev.holdfast.simulator.wire;

import java.net.URI;
import java.util.Objects;

/**
 * The server to call.
 *
 * @param baseUri {@code http://host:port}; no path, because the ledger's paths are fixed
 * @param apiKeyHeader the header that carries the key
 * @param apiKey the tenant's key; never printed
 */
public record Target(URI baseUri, String apiKeyHeader, String apiKey) {

    public static final String DEFAULT_HEADER = "X-API-Key";

    public Target {
        boolean bare = baseUri.getPath() == null || baseUri.getPath().isEmpty() || "/".equals(baseUri.getPath());
        if (!"http".equals(baseUri.getScheme()) || baseUri.getHost() == null || !bare) {
            throw new IllegalArgumentException("the target is http://host:port, not " + baseUri);
        }
        Objects.requireNonNull(apiKey);
    }

    public String host() {
        return baseUri.getHost();
    }

    public int port() {
        return baseUri.getPort() < 0 ? 80 : baseUri.getPort();
    }

    @Override
    public String toString() {
        return baseUri.toString();
    }
}
