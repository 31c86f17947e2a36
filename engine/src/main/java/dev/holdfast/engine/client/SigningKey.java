package dev.holdfast.engine.client;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** An RSA key of 2,048 bits that signs tokens. Where its private half does not open, it still checks them. */
final class SigningKey {

    static final int BITS = 2048;

    private static final String ALGORITHM = "SHA256withRSA";

    private final String keyId;
    private final RSAPublicKey publicKey;
    private final @Nullable PrivateKey privateKey;
    private final Instant createdAt;

    private SigningKey(RSAPublicKey publicKey, @Nullable PrivateKey privateKey, Instant createdAt) {
        this.keyId = thumbprint(publicKey);
        this.publicKey = publicKey;
        this.privateKey = privateKey;
        this.createdAt = createdAt;
    }

    /** Draws a key pair, which takes some tenths of a second. */
    static KeyPair draw() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    /**
     * Takes what a row holds.
     *
     * @param encodedPublic X.509
     * @param encodedPrivate PKCS #8; absent if it does not open
     * @throws IllegalArgumentException if it is no RSA key of {@link #BITS} bits
     */
    static SigningKey of(byte[] encodedPublic, Optional<byte[]> encodedPrivate, Instant createdAt) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPublicKey known = (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(encodedPublic));
            if (known.getModulus().bitLength() != BITS) {
                throw new IllegalArgumentException("a signing key has " + BITS + " bits");
            }
            PrivateKey own = encodedPrivate.isEmpty()
                    ? null
                    : factory.generatePrivate(new PKCS8EncodedKeySpec(encodedPrivate.get()));
            return new SigningKey(known, own, createdAt);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a signing key", e);
        }
    }

    /** RFC 7638: the digest of the required members, in alphabetical order and without white space. */
    static String thumbprint(RSAPublicKey key) {
        String members = "{\"e\":\"" + base64(key.getPublicExponent()) + "\",\"kty\":\"RSA\",\"n\":\""
                + base64(key.getModulus()) + "\"}";
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Without the zero byte that a sign would need (RFC 7518 section 2). */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    String keyId() {
        return keyId;
    }

    Instant createdAt() {
        return createdAt;
    }

    boolean canSign() {
        return privateKey != null;
    }

    PublicKeyView view() {
        return new PublicKeyView(
                keyId, base64(publicKey.getModulus()), base64(publicKey.getPublicExponent()), createdAt);
    }

    /** Takes about a millisecond. */
    byte[] sign(byte[] text) {
        PrivateKey key = privateKey;
        if (key == null) {
            throw new IllegalStateException("the private key is not here");
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Takes some tens of microseconds. */
    boolean signed(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + keyId + "]";
    }
}
