package dev.holdfast.engine.notification;

import dev.holdfast.engine.vault.KeyBytes;

import java.security.SecureRandom;
import java.util.Base64;

/** What a tenant and the engine both know, so that the one can tell that the other has sent something. Never printed. */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";

    /** Standard Webhooks asks for 24 to 64. */
    private static final int BYTES = 32;

    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final KeyBytes key;

    private SigningSecret(KeyBytes key) {
        this.key = key;
    }

    static SigningSecret draw(SecureRandom random) {
        return new SigningSecret(KeyBytes.random(random, BYTES));
    }

    /** @throws IllegalArgumentException if it is none, without repeating it */
    static SigningSecret parse(String text) {
        byte[] bytes = text.startsWith(PREFIX) ? decode(text.substring(PREFIX.length())) : new byte[0];
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a signing secret is " + PREFIX + " and 24 to 64 bytes in base64");
        }
        return new SigningSecret(KeyBytes.of(bytes));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException repeatsTheText) {
            return new byte[0];
        }
    }

    byte[] toBytes() {
        return key.toBytes();
    }

    /** The secret itself, to be shown to the tenant once. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key.toBytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningSecret secret && key.equals(secret.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "SigningSecret[not shown]";
    }
}
