package dev.holdfast.ledgerapi.server;

/**
 * What the HTTP face needs to know.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for a free one
 * @param apiKeyHeader the header that carries the caller's key
 * @param instances listeners that share the port, one per event loop to be used
 */
public record ApiOptions(String host, int port, String apiKeyHeader, int instances, ApiLimits limits) {

    public static final String DEFAULT_API_KEY_HEADER = "X-API-Key";

    public ApiOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is from 0 to 65535");
        }
        if (instances < 1) {
            throw new IllegalArgumentException("at least one instance");
        }
        if (!apiKeyHeader.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("a header name has 1 to 64 letters, digits and hyphens");
        }
    }

    /** The defaults: one instance per processor. */
    public static ApiOptions on(String host, int port) {
        return new ApiOptions(
                host, port, DEFAULT_API_KEY_HEADER, Runtime.getRuntime().availableProcessors(), ApiLimits.DEFAULTS);
    }
}
