package dev.holdfast.engine.challenge;

import dev.holdfast.engine.vault.KeyBytes;
import dev.holdfast.engine.vault.KeyLayout;
import dev.holdfast.engine.vault.NamedKeys;
import dev.holdfast.engine.vault.NumberedKeys;

import java.security.SecureRandom;
import java.util.Map;

/**
 * The keys of challenges. Prints none of them.
 *
 * @param peppers HMAC-SHA-256 keys, 32 bytes; the current one makes new digests of codes
 * @param development whether {@link #generate} made them, which whoever uses them must say
 */
public record ChallengeKeys(NumberedKeys peppers, boolean development) {

    private static final int KEY_BYTES = 32;
    private static final String PEPPER = "pepper";
    private static final KeyLayout LAYOUT = new KeyLayout("holdfast-challenge-keys", Map.of(PEPPER, KEY_BYTES));

    /** @throws IllegalArgumentException if a key has not 32 bytes */
    public ChallengeKeys {
        if (peppers.byNumber().values().stream().anyMatch(key -> key.length() != KEY_BYTES)) {
            throw new IllegalArgumentException("a pepper has 32 bytes");
        }
    }

    /** Draws keys for a developer's machine. */
    public static ChallengeKeys generate(SecureRandom random) {
        return new ChallengeKeys(NumberedKeys.single(1, KeyBytes.random(random, KEY_BYTES)), true);
    }

    /**
     * Reads a key file, titled {@code holdfast-challenge-keys}: see {@link KeyLayout}.
     *
     * @throws dev.holdfast.engine.vault.KeyTextException saying why it cannot be used, without key material
     */
    public static ChallengeKeys parse(String text) {
        NamedKeys keys = LAYOUT.read(text);
        return new ChallengeKeys(keys.of(PEPPER), keys.development());
    }

    /** The text that {@link #parse} takes, keys in clear: for a file that only its owner may read. */
    public String toText() {
        return LAYOUT.write(new NamedKeys(development, Map.of(PEPPER, peppers)));
    }

    /** With a new current pepper. Codes that are on their way are still known under the one before. */
    public ChallengeKeys withNewPepper(SecureRandom random) {
        return new ChallengeKeys(peppers.rotatedTo(KeyBytes.random(random, KEY_BYTES)), development);
    }
}
