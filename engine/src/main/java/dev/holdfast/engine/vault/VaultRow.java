package dev.holdfast.engine.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The row that a stored card number belongs to. Its ciphertext opens for this row alone.
 *
 * @param tenantId the tenant's number
 * @param panId the row's id
 */
public record VaultRow(int tenantId, UUID panId) {

    /**
     * What a cipher authenticates beside its text.
     *
     * @param column what is encrypted, so that one column's value is no value of another
     * @param keyNumber the key, or 0 for a data key, which has no number
     */
    byte[] associatedData(String column, int keyNumber) {
        byte[] name = column.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(name.length + 3 * Integer.BYTES + 2 * Long.BYTES)
                .putInt(name.length)
                .put(name)
                .putInt(keyNumber)
                .putInt(tenantId)
                .putLong(panId.getMostSignificantBits())
                .putLong(panId.getLeastSignificantBits())
                .array();
    }
}
