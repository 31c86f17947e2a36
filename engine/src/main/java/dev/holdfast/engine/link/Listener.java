package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Profile;

import java.util.Optional;

/**
 * Where one network connects.
 *
 * @param host name or address to listen on
 * @param port 0 for a free one
 * @param profile the dialect of every link of this listener
 * @param tls absent: plain TCP
 */
public record Listener(String host, int port, Profile profile, Optional<LinkTls> tls) {

    Listener on(int otherPort) {
        return new Listener(host, otherPort, profile, tls);
    }
}
