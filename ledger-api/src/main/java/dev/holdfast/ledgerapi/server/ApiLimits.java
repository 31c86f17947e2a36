package dev.holdfast.ledgerapi.server;

import java.time.Duration;

/**
 * The bounds of the HTTP face.
 *
 * @param bodyBytes the largest body
 * @param connections open at once; further ones are closed at once
 * @param requestDeadline after which a request that is not yet written is dropped
 * @param bodyTimeout how long a caller may take to send a body
 * @param idleTimeout how long a connection may stay without a request
 * @param drainTimeout how long requests in flight may take when the server stops
 */
public record ApiLimits(
        int bodyBytes,
        int connections,
        Duration requestDeadline,
        Duration bodyTimeout,
        Duration idleTimeout,
        Duration drainTimeout) {

    public static final ApiLimits DEFAULTS = new ApiLimits(
            64 * 1024,
            4096,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(75),
            Duration.ofSeconds(8));

    public ApiLimits {
        if (bodyBytes < 1 || connections < 1) {
            throw new IllegalArgumentException("a body of at least 1 byte on at least 1 connection");
        }
        for (Duration time : new Duration[] {requestDeadline, bodyTimeout, idleTimeout, drainTimeout}) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("times must be positive");
            }
        }
    }
}
