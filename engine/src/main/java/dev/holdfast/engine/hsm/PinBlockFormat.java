package dev.holdfast.engine.hsm;

/** How a PIN and a card number are made one block (ISO 9564-1). */
public enum PinBlockFormat {
    /** Format 0, under a double-length triple-DES key. */
    ISO_0(8),
    /** Format 4, under an AES key. */
    ISO_4(16);

    private final int bytes;

    PinBlockFormat(int bytes) {
        this.bytes = bytes;
    }

    /** The size of a block. */
    public int bytes() {
        return bytes;
    }
}
