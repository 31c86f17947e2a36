package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import io.vertx.core.Future;

import java.time.Instant;
import java.util.Optional;

/** Who answers requests and advices. Called on the event loop of the link, and must not block it. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Answers a message of the types that {@link MessageType.Duty#HANDLE} lists.
     *
     * @param receivedAt when its last byte was read
     * @return what to write on the same link, in the profile of the request; empty to stay silent. A failure, thrown or
     *     returned, is answered with 96. May complete on any thread.
     */
    Future<Optional<Message>> answer(Message request, Instant receivedAt);
}
