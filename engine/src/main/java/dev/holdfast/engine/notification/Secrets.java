package dev.holdfast.engine.notification;

import dev.holdfast.engine.vault.TextCipher;
import dev.holdfast.engine.vault.VaultRow;
import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * What a subscription keeps secret, as one sealed text of three lines.
 *
 * @param current signs
 * @param previous signs, too, for a while after a change; null if there is none
 * @param headerValue of the receiver's own header; empty if it has none
 */
record Secrets(SigningSecret current, @Nullable SigningSecret previous, String headerValue) {

    private static final String COLUMN = "subscription-secrets";

    static Secrets draw(SecureRandom random, @Nullable AuthHeader header) {
        return new Secrets(SigningSecret.draw(random), null, valueOf(header));
    }

    Secrets withHeader(@Nullable AuthHeader header) {
        return new Secrets(current, previous, valueOf(header));
    }

    Secrets rotated(SecureRandom random) {
        return new Secrets(SigningSecret.draw(random), current, headerValue);
    }

    private static String valueOf(@Nullable AuthHeader header) {
        return header == null ? "" : header.value();
    }

    /** The newest first. */
    List<SigningSecret> signing(boolean previousIsLive) {
        return previous == null || !previousIsLive ? List.of(current) : List.of(current, previous);
    }

    byte[] seal(TextCipher cipher, VaultRow row) {
        String text = current.reveal() + "\n" + (previous == null ? "" : previous.reveal()) + "\n" + headerValue;
        return cipher.seal(text, COLUMN, row);
    }

    /** Empty if they do not open under the keys that there are. */
    static Optional<Secrets> open(byte[] sealed, TextCipher cipher, VaultRow row) {
        return cipher.open(sealed, COLUMN, row).fold(text -> Optional.of(parse(text)), refusal -> Optional.empty());
    }

    private static Secrets parse(String text) {
        String[] lines = text.split("\n", -1);
        SigningSecret previous = lines[1].isEmpty() ? null : SigningSecret.parse(lines[1]);
        return new Secrets(SigningSecret.parse(lines[0]), previous, lines[2]);
    }

    @Override
    public String toString() {
        return "Secrets[not shown]";
    }
}
