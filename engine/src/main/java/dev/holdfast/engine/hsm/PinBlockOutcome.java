package dev.holdfast.engine.hsm;

import java.util.function.Function;

/** What became of a PIN block that was to be read. */
public sealed interface PinBlockOutcome<T> {

    /** It held a PIN. Not necessarily the right one. */
    record Read<T>(T value) implements PinBlockOutcome<T> {}

    /** It held none. */
    record Unreadable<T>(Problem problem) implements PinBlockOutcome<T> {}

    /** Why a PIN block cannot be read. No finer: which digit is wrong would tell an attacker about the others. */
    enum Problem {
        /** Not the size of its format. */
        WRONG_SIZE,
        /** Decrypted, it is no PIN block: another key, another card number, or damage. */
        WRONG_CONTENT
    }

    default <R> R fold(Function<T, R> onRead, Function<Problem, R> onUnreadable) {
        return this instanceof Read<T> read
                ? onRead.apply(read.value())
                : onUnreadable.apply(((Unreadable<T>) this).problem());
    }
}
