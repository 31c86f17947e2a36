package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.SecretDigits;

import java.util.Optional;

/**
 * A PIN in clear: 4 to 12 digits (ISO 9564-1). Closing wipes it.
 *
 * @param digits its digits
 */
public record Pin(SecretDigits digits) implements AutoCloseable {

    static final int MIN_LENGTH = 4;
    static final int MAX_LENGTH = 12;

    /** Takes a PIN, or nothing. */
    public static Optional<Pin> parse(CharSequence text) {
        return SecretDigits.parse(text, MIN_LENGTH, MAX_LENGTH).map(Pin::new);
    }

    @Override
    public void close() {
        digits.wipe();
    }
}
