package dev.holdfast.engine.vault;

import java.util.Arrays;

/** An encrypted card number, as its row stores it. Immutable; whether it opens is for {@link PanCipher} to say. */
public final class SealedPan {

    private final int keyNumber;
    private final byte[] wrappedDataKey;
    private final byte[] nonce;
    private final byte[] ciphertext;

    /**
     * Takes the columns of a row.
     *
     * @param keyNumber the encryption key that wraps the data key
     * @param wrappedDataKey 60 bytes: nonce, the data key encrypted, tag
     * @param nonce 12 bytes
     * @param ciphertext the digits encrypted, then a tag of 16 bytes
     */
    public SealedPan(int keyNumber, byte[] wrappedDataKey, byte[] nonce, byte[] ciphertext) {
        this.keyNumber = keyNumber;
        this.wrappedDataKey = wrappedDataKey.clone();
        this.nonce = nonce.clone();
        this.ciphertext = ciphertext.clone();
    }

    public int keyNumber() {
        return keyNumber;
    }

    public byte[] wrappedDataKey() {
        return wrappedDataKey.clone();
    }

    public byte[] nonce() {
        return nonce.clone();
    }

    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedPan pan
                && keyNumber == pan.keyNumber
                && Arrays.equals(wrappedDataKey, pan.wrappedDataKey)
                && Arrays.equals(nonce, pan.nonce)
                && Arrays.equals(ciphertext, pan.ciphertext);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ciphertext);
    }

    @Override
    public String toString() {
        return "SealedPan[key " + keyNumber + "]";
    }
}
