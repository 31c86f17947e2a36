package dev.holdfast.simulator.network.link;

import dev.holdfast.simulator.network.dialect.Style;

import java.time.Duration;

/**
 * How the issuer is reached.
 *
 * @param links from 1 to 256
 * @param timer how long the network waits for an answer, from 10 ms to 1 minute
 * @param maxInFlight messages sent and not answered, on all links, from 1 to 1,000,000
 */
public record LinkOptions(String host, int port, Style style, int links, Duration timer, int maxInFlight) {

    /** How long a link may be silent before an echo is sent. */
    static final Duration ECHO_AFTER = Duration.ofSeconds(20);

    public LinkOptions {
        require(links >= 1 && links <= 256, "links: from 1 to 256");
        require(timer.toMillis() >= 10 && timer.toMillis() <= 60_000, "the network's timer: from 10 ms to 1 minute");
        require(maxInFlight >= 1 && maxInFlight <= 1_000_000, "in flight: from 1 to 1,000,000");
    }

    /** Four links, three seconds. */
    public static LinkOptions to(String host, int port, Style style) {
        return new LinkOptions(host, port, style, 4, Duration.ofSeconds(3), 50_000);
    }

    public LinkOptions withTimer(Duration other) {
        return new LinkOptions(host, port, style, links, other, maxInFlight);
    }

    public LinkOptions withLinks(int other) {
        return new LinkOptions(host, port, style, other, timer, maxInFlight);
    }

    /** The same links to another place, such as a proxy. */
    public LinkOptions at(String otherHost, int otherPort) {
        return new LinkOptions(otherHost, otherPort, style, links, timer, maxInFlight);
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
