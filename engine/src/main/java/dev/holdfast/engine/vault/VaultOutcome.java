package dev.holdfast.engine.vault;

import java.util.function.Function;

/** What became of a stored card number that was to be opened or sealed anew. */
public sealed interface VaultOutcome<T> {

    /** It authenticated. */
    record Done<T>(T value) implements VaultOutcome<T> {}

    /** Nothing of it was decrypted. */
    record Refused<T>(Refusal reason) implements VaultOutcome<T> {}

    /** Why a stored card number does not open. */
    enum Refusal {
        /** The key ring has no encryption key of that number. */
        KEY_UNKNOWN,
        /** Altered, of another row, or under another key of the same number: the tag does not tell which. */
        NOT_AUTHENTIC
    }

    default <R> R fold(Function<T, R> onDone, Function<Refusal, R> onRefused) {
        return this instanceof Done<T> done
                ? onDone.apply(done.value())
                : onRefused.apply(((Refused<T>) this).reason());
    }
}
