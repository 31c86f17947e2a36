package dev.holdfast.engine.vault;

import dev.holdfast.engine.vault.VaultOutcome.Done;
import dev.holdfast.engine.vault.VaultOutcome.Refusal;
import dev.holdfast.engine.vault.VaultOutcome.Refused;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Seals card numbers for their row and opens them again. Ten to twenty microseconds each, so an event loop may do it
 * for the card at hand; a whole table is for a worker.
 */
public final class PanCipher {

    private static final String PAN = "pan";
    private static final String DATA_KEY = "pan-data-key";

    /** A data key belongs to its ciphertext, whatever wraps it: a number here would tie the two for ever. */
    private static final int NO_KEY_NUMBER = 0;

    private final NumberedKeys keys;
    private final SecureRandom random;

    public PanCipher(KeyRing keys, SecureRandom random) {
        this.keys = keys.encryption();
        this.random = random;
    }

    /** Encrypts a card number under a new data key, which the current encryption key wraps. */
    public SealedPan seal(Pan pan, VaultRow row) {
        byte[] dataKey = randomBytes(AesGcm.KEY_BYTES);
        byte[] digits = pan.digits().toBytes();
        try {
            byte[] nonce = randomBytes(AesGcm.NONCE_BYTES);
            byte[] ciphertext = AesGcm.seal(dataKey, nonce, row.associatedData(PAN, NO_KEY_NUMBER), digits);
            return new SealedPan(keys.current(), wrap(dataKey, row), nonce, ciphertext);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
            Arrays.fill(digits, (byte) 0);
        }
    }

    /** Decrypts the card number of this row. */
    public VaultOutcome<Pan> open(SealedPan sealed, VaultRow row) {
        return withDataKey(sealed, row, dataKey -> decrypt(sealed, row, dataKey));
    }

    /** Wraps the data key under the current encryption key. Nonce and ciphertext stay, and need not be read. */
    public VaultOutcome<SealedPan> rewrap(SealedPan sealed, VaultRow row) {
        return withDataKey(
                sealed,
                row,
                dataKey -> Optional.of(
                        new SealedPan(keys.current(), wrap(dataKey, row), sealed.nonce(), sealed.ciphertext())));
    }

    /** Encrypts the card number anew, under a new data key: for a data key that may be known. */
    public VaultOutcome<SealedPan> reseal(SealedPan sealed, VaultRow row) {
        return open(sealed, row).fold(pan -> resealed(pan, row), Refused::new);
    }

    private VaultOutcome<SealedPan> resealed(Pan pan, VaultRow row) {
        SealedPan sealed = seal(pan, row);
        pan.wipe();
        return new Done<>(sealed);
    }

    private <T> VaultOutcome<T> withDataKey(SealedPan sealed, VaultRow row, Function<byte[], Optional<T>> use) {
        Optional<KeyBytes> key = keys.find(sealed.keyNumber());
        if (key.isEmpty()) {
            return new Refused<>(Refusal.KEY_UNKNOWN);
        }
        Optional<T> result = unwrap(sealed, row, key.get()).flatMap(dataKey -> {
            try {
                return use.apply(dataKey);
            } finally {
                Arrays.fill(dataKey, (byte) 0);
            }
        });
        return result.<VaultOutcome<T>>map(Done::new).orElseGet(() -> new Refused<>(Refusal.NOT_AUTHENTIC));
    }

    private static Optional<Pan> decrypt(SealedPan sealed, VaultRow row, byte[] dataKey) {
        return AesGcm.open(dataKey, sealed.nonce(), row.associatedData(PAN, NO_KEY_NUMBER), sealed.ciphertext())
                .flatMap(Pan::ofAscii);
    }

    private byte[] wrap(byte[] dataKey, VaultRow row) {
        byte[] nonce = randomBytes(AesGcm.NONCE_BYTES);
        byte[] associated = row.associatedData(DATA_KEY, keys.current());
        byte[] wrapped = AesGcm.seal(keys.currentKey().toBytes(), nonce, associated, dataKey);
        return ByteBuffer.allocate(nonce.length + wrapped.length)
                .put(nonce)
                .put(wrapped)
                .array();
    }

    private static Optional<byte[]> unwrap(SealedPan sealed, VaultRow row, KeyBytes key) {
        byte[] wrapped = sealed.wrappedDataKey();
        if (wrapped.length != AesGcm.NONCE_BYTES + AesGcm.KEY_BYTES + AesGcm.TAG_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(wrapped, AesGcm.NONCE_BYTES);
        byte[] text = Arrays.copyOfRange(wrapped, AesGcm.NONCE_BYTES, wrapped.length);
        return AesGcm.open(key.toBytes(), nonce, row.associatedData(DATA_KEY, sealed.keyNumber()), text);
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
