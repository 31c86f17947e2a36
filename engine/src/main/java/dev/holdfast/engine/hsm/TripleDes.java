package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.KeyBytes;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.params.KeyParameter;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A double-length DES key, on single blocks of 8 bytes. Bouncy Castle's engines keep state, so each call makes its own.
 */
final class TripleDes {

    private static final int HALF = 8;

    private final byte[] key;

    TripleDes(KeyBytes key) {
        this.key = key.toBytes();
    }

    static boolean hasEqualHalves(KeyBytes key) {
        byte[] bytes = key.toBytes();
        return MessageDigest.isEqual(Arrays.copyOfRange(bytes, 0, HALF), Arrays.copyOfRange(bytes, HALF, bytes.length));
    }

    byte[] encrypt(byte[] block) {
        return run(new DESedeEngine(), true, key, block);
    }

    byte[] decrypt(byte[] block) {
        return run(new DESedeEngine(), false, key, block);
    }

    /** Single DES under the first half, as the card verification value needs it. */
    byte[] encryptUnderFirstHalf(byte[] block) {
        return run(new DESEngine(), true, Arrays.copyOf(key, HALF), block);
    }

    private static byte[] run(BlockCipher cipher, boolean encrypting, byte[] key, byte[] block) {
        byte[] result = new byte[block.length];
        cipher.init(encrypting, new KeyParameter(key));
        cipher.processBlock(block, 0, result, 0);
        return result;
    }
}
