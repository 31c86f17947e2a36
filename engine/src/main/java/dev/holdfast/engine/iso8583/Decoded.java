package dev.holdfast.engine.iso8583;

import java.util.function.Function;

/** What bytes turned out to be. */
public sealed interface Decoded permits Message, Malformed {

    default <T> T fold(Function<Message, T> onMessage, Function<Malformed, T> onMalformed) {
        return this instanceof Message message ? onMessage.apply(message) : onMalformed.apply((Malformed) this);
    }
}
