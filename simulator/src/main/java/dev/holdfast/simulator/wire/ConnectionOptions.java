package dev.holdfast.simulator.wire;

import java.time.Duration;

/**
 * How the server is reached.
 *
 * @param connections kept alive, from 1 to 4,096
 * @param pipelining requests sent on one connection before its first answer, from 1 (none) to 64
 * @param timeout for one delivery of a request, from 10 ms to 1 minute
 */
public record ConnectionOptions(int connections, int pipelining, Duration timeout) {

    public static final ConnectionOptions DEFAULT = new ConnectionOptions(64, 1, Duration.ofSeconds(2));

    public ConnectionOptions {
        if (connections < 1 || connections > 4_096) {
            throw new IllegalArgumentException("connections: from 1 to 4096");
        }
        if (pipelining < 1 || pipelining > 64) {
            throw new IllegalArgumentException("pipelining: from 1 to 64");
        }
        if (timeout.toMillis() < 10 || timeout.toMillis() > 60_000) {
            throw new IllegalArgumentException("timeout: from 10 ms to 1 minute");
        }
    }
}
