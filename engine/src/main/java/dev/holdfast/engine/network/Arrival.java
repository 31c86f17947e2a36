package dev.holdfast.engine.network;

import java.util.UUID;

/**
 * A message as a door has read it, before its card is known.
 *
 * @param repeat whether the sender says that it has sent it before, and so asks again now
 * @param retrieval DE37; empty if there is none
 * @param links with the approval code that the message quotes, if any
 */
public record Arrival(
        MessageFunction function,
        boolean repeat,
        Trace trace,
        String retrieval,
        Presented presented,
        Links links,
        Place place,
        ContentOf content,
        Timing timing) {

    /** Makes the content once the card is known: ids of authorizations are a card's own. */
    @FunctionalInterface
    public interface ContentOf {

        Content of(UUID card, Credentials credentials);
    }
}
