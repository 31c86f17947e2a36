package dev.holdfast.engine.vault;

/** A secret that is encrypted, as its row stores it. Immutable; whether it opens is for {@link SecretSeal} to say. */
public final class SealedSecret {

    private final int keyNumber;
    private final byte[] text;

    /**
     * Takes the columns of a row.
     *
     * @param keyNumber the encryption key of the ring
     * @param text nonce of 12 bytes, the secret encrypted, tag of 16 bytes
     */
    public SealedSecret(int keyNumber, byte[] text) {
        this.keyNumber = keyNumber;
        this.text = text.clone();
    }

    public int keyNumber() {
        return keyNumber;
    }

    public byte[] text() {
        return text.clone();
    }

    @Override
    public String toString() {
        return "SealedSecret[key " + keyNumber + "]";
    }
}
