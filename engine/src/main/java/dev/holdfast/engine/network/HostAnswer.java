package dev.holdfast.engine.network;

import dev.holdfast.engine.program.Fallback;
import org.jspecify.annotations.Nullable;

/**
 * What a door answers.
 *
 * @param credentials what the checks of the card's secrets found
 * @param fallback what the program wants the network to hear instead; null where a decision was reached
 * @param message what was answered; null if its card could not be found
 */
public record HostAnswer(
        MessageOutcome outcome,
        Credentials credentials,
        @Nullable Fallback fallback,
        @Nullable NetworkMessage message) {

    static HostAnswer of(MessageOutcome outcome) {
        return new HostAnswer(outcome, Credentials.NONE, null, null);
    }
}
