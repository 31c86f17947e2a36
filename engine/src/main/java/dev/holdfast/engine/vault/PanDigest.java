package dev.holdfast.engine.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 over a whole card number (PCI DSS 3.5.1.1), by which its row is found.
 *
 * <p>A row carries the digest under the key that was current when it was written. To change the key: give every process
 * the new ring; search with {@link #candidates}; write each row's digest anew with {@link #current}; drop the old key
 * when no row carries its number. Before a number is stored, none of its candidates may be there: a unique constraint
 * sees only digests under the same key.
 */
public final class PanDigest {

    private static final byte[] DOMAIN = "holdfast pan lookup 1:".getBytes(StandardCharsets.US_ASCII);

    private final NumberedKeys keys;

    public PanDigest(KeyRing keys) {
        this.keys = keys.lookup();
    }

    /** What to store. */
    public LookupDigest current(Pan pan) {
        return digest(pan, keys.current());
    }

    /** What to search for: the digest under every key, the current one first; at most {@link NumberedKeys#MAX_KEYS}. */
    public List<LookupDigest> candidates(Pan pan) {
        return keys.numbers().stream().map(number -> digest(pan, number)).toList();
    }

    private LookupDigest digest(Pan pan, int number) {
        byte[] digits = pan.digits().toBytes();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.find(number).orElseThrow().toBytes(), "HmacSHA256"));
            mac.update(DOMAIN);
            return new LookupDigest(number, mac.doFinal(digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }
}
