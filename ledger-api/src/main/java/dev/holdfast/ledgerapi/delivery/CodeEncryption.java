package dev.holdfast.ledgerapi.delivery;

import dev.holdfast.engine.vault.SecretDigits;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Encrypts codes under a tenant's public key, so that only the tenant can read them. */
public final class CodeEncryption {

    /** Spelled out: what the name of the transformation means for MGF1 differs from provider to provider. */
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private static final int MIN_BITS = 2_048;
    private static final int MAX_BITS = 8_192;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);

    private final RSAPublicKey key;

    private CodeEncryption(RSAPublicKey key) {
        this.key = key;
    }

    /**
     * With a key as X.509 writes it (SubjectPublicKeyInfo, DER).
     *
     * @throws IllegalArgumentException if it is no RSA key of 2,048 to 8,192 bits with the exponent 65537
     */
    public static CodeEncryption of(byte[] subjectPublicKeyInfo) {
        RSAPublicKey key;
        try {
            key = (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("is no RSA public key", e);
        }
        int bits = key.getModulus().bitLength();
        if (bits < MIN_BITS || bits > MAX_BITS || !key.getPublicExponent().equals(EXPONENT)) {
            throw new IllegalArgumentException("must have 2,048 to 8,192 bits and the exponent 65537");
        }
        return new CodeEncryption(key);
    }

    /** The code, encrypted, as base64. A public operation with a small exponent: some tens of microseconds. */
    String encrypt(SecretDigits code) {
        byte[] digits = code.toBytes();
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, OAEP);
            return Base64.getEncoder().encodeToString(cipher.doFinal(digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA-OAEP", e);
        } finally {
            Arrays.fill(digits, (byte) 0);
        }
    }
}
