package dev.holdfast.simulator.model;

import dev.holdfast.simulator.money.Amount;
import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** What the server must answer to a call. */
public sealed interface Prediction {

    /**
     * @param ref the balance or hold in the answer; null for a hold just opened, which the server names
     * @param balance what is available, or what remains on the hold, whichever the operation answers with
     * @param opened the hold that waits for the server's name; null if none was opened
     */
    record Applied(
            @Nullable String ref,
            @Nullable Amount balance,
            @Nullable ModelHold opened) implements Prediction {}

    /**
     * @param ref the balance or hold, if the refusal came late enough to know it
     * @param balance its figure when it was refused, likewise
     */
    record Refused(
            RefusalCode code,
            @Nullable String ref,
            @Nullable Amount balance) implements Prediction {}

    /** The key belongs to another request: 409, nothing applied. */
    record KeyReused() implements Prediction {}

    /** Handles each case; the compiler sees to it that none is forgotten. */
    default <T> T fold(
            Function<Applied, T> onApplied, Function<Refused, T> onRefused, Function<KeyReused, T> onKeyReused) {
        if (this instanceof Applied applied) {
            return onApplied.apply(applied);
        }
        if (this instanceof Refused refused) {
            return onRefused.apply(refused);
        }
        return onKeyReused.apply((KeyReused) this);
    }
}
