package dev.holdfast.engine.challenge;

import dev.holdfast.engine.vault.KeyBytes;
import dev.holdfast.engine.vault.SecretDigits;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws codes and compares them. A digest is HMAC-SHA-256 under a pepper over the challenge's id and the code: without the
 * pepper, 10^6 codes would be tried in milliseconds; without the id, two challenges of one code would look alike.
 */
public final class Codes {

    /** Digits of a code. */
    public static final int LENGTH = 6;

    private static final int CODES = 1_000_000;
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] DOMAIN = "holdfast challenge code 1:".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random;
    private volatile ChallengeKeys keys;

    public Codes(ChallengeKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** Uses other keys from now on. */
    public void replace(ChallengeKeys others) {
        keys = others;
    }

    /** A new code, each as likely as any other; leading zeros count. */
    SecretDigits draw() {
        int rest = random.nextInt(CODES);
        char[] digits = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        SecretDigits code = read(CharBuffer.wrap(digits)).orElseThrow();
        Arrays.fill(digits, '\0');
        return code;
    }

    /** A code as somebody has typed it, or nothing if it cannot be one. */
    public static Optional<SecretDigits> read(CharSequence typed) {
        return SecretDigits.parse(typed, LENGTH, LENGTH);
    }

    /** What to keep of a new code. */
    CodeDigest digest(ChallengeId challenge, SecretDigits code) {
        ChallengeKeys now = keys;
        return new CodeDigest(now.peppers().current(), digest(now.peppers().currentKey(), challenge, code));
    }

    /** Whether it is the code that was kept; it is not, if the pepper is gone. */
    boolean isRight(ChallengeId challenge, SecretDigits typed, CodeDigest kept) {
        return keys.peppers()
                .find(kept.pepper())
                .map(pepper -> new CodeDigest(kept.pepper(), digest(pepper, challenge, typed)))
                .filter(kept::equals)
                .isPresent();
    }

    private static byte[] digest(KeyBytes pepper, ChallengeId challenge, SecretDigits code) {
        byte[] digits = code.toBytes();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(pepper.toBytes(), ALGORITHM));
            mac.update(DOMAIN);
            mac.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(challenge.value().getMostSignificantBits())
                    .putLong(challenge.value().getLeastSignificantBits())
                    .flip());
            return mac.doFinal(digits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "Codes[not shown]";
    }
}
