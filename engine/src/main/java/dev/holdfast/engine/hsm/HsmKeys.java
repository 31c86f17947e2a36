package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.KeyBytes;
import dev.holdfast.engine.vault.KeyLayout;
import dev.holdfast.engine.vault.NamedKeys;
import dev.holdfast.engine.vault.NumberedKeys;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * The software HSM's keys, 16 bytes each. Prints none of them.
 *
 * @param cvk card verification keys A and B
 * @param pvk PIN verification keys by their index (PVKI), 1 to 6; the current one makes new values
 * @param pinDes encrypts PIN blocks of format 0
 * @param pinAes encrypts PIN blocks of format 4
 * @param development whether {@link #generate} made them, which whoever uses them must say
 */
public record HsmKeys(KeyBytes cvk, NumberedKeys pvk, KeyBytes pinDes, KeyBytes pinAes, boolean development) {

    private static final int KEY_BYTES = 16;
    private static final String CVK = "cvk";
    private static final String PVK = "pvk";
    private static final String PIN_DES = "pin-des";
    private static final String PIN_AES = "pin-aes";
    private static final KeyLayout LAYOUT = new KeyLayout(
            "holdfast-hsm-keys", Map.of(CVK, KEY_BYTES, PVK, KEY_BYTES, PIN_DES, KEY_BYTES, PIN_AES, KEY_BYTES));

    /** @throws IllegalArgumentException if a length or an index is wrong, or a DES key's halves are equal */
    public HsmKeys {
        require(pinAes.length() == KEY_BYTES, "an HSM key has 16 bytes");
        requireDesPair(cvk);
        requireDesPair(pinDes);
        pvk.byNumber().values().forEach(HsmKeys::requireDesPair);
        require(pvk.byNumber().keySet().stream().allMatch(Pvv::isKeyIndex), "a PVK index is 1 to 6");
    }

    /** Equal halves make triple DES single DES. Parity bits are not looked at: many issuers' keys do not set them. */
    private static void requireDesPair(KeyBytes key) {
        require(key.length() == KEY_BYTES, "an HSM key has 16 bytes");
        require(!TripleDes.hasEqualHalves(key), "a DES key's halves are equal");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** Draws keys for a developer's machine. */
    public static HsmKeys generate(SecureRandom random) {
        return new HsmKeys(
                KeyBytes.random(random, KEY_BYTES),
                NumberedKeys.single(1, KeyBytes.random(random, KEY_BYTES)),
                KeyBytes.random(random, KEY_BYTES),
                KeyBytes.random(random, KEY_BYTES),
                true);
    }

    /**
     * Reads a key file, titled {@code holdfast-hsm-keys}: see {@link KeyLayout}. A {@code pvk}'s number is its index;
     * the other names have one key each.
     *
     * @throws IllegalArgumentException saying why it cannot be used, without key material
     */
    public static HsmKeys parse(String text) {
        NamedKeys keys = LAYOUT.read(text);
        for (String name : List.of(CVK, PIN_DES, PIN_AES)) {
            require(keys.of(name).byNumber().size() == 1, name + " has one key");
        }
        return new HsmKeys(
                keys.of(CVK).currentKey(),
                keys.of(PVK),
                keys.of(PIN_DES).currentKey(),
                keys.of(PIN_AES).currentKey(),
                keys.development());
    }

    /** The text that {@link #parse} takes, keys in clear: for a file that only its owner may read. */
    public String toText() {
        Map<String, NumberedKeys> keys = Map.of(
                CVK, NumberedKeys.single(1, cvk),
                PVK, pvk,
                PIN_DES, NumberedKeys.single(1, pinDes),
                PIN_AES, NumberedKeys.single(1, pinAes));
        return LAYOUT.write(new NamedKeys(development, keys));
    }
}
