package dev.holdfast.engine.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client's secret: {@code hfs_}, its number, {@code _}, and 256 random bits in base64url. It begins so that a scan of
 * texts for lost secrets can find it. Never printed.
 */
public final class ClientSecret {

    private static final int RANDOM_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("hfs_([1-9][0-9]{0,4})_[A-Za-z0-9_-]{43}");

    private final int number;
    private final String text;

    private ClientSecret(int number, String text) {
        this.number = number;
        this.text = text;
    }

    static ClientSecret draw(int number, SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new ClientSecret(
                number,
                "hfs_" + number + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Takes what has the form of a secret. */
    public static Optional<ClientSecret> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ClientSecret(Integer.parseInt(matcher.group(1)), text))
                : Optional.empty();
    }

    /** Which of the client's secrets it says to be. */
    public int number() {
        return number;
    }

    /** The text, for the one reader who may see it. */
    public String reveal() {
        return text;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientSecret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return "ClientSecret[" + number + ", not shown]";
    }
}
