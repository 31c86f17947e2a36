package dev.holdfast.engine.client;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

import java.security.MessageDigest;
import java.security.SecureRandom;

/** What is kept of a client's secret: PBKDF2 with HMAC-SHA-256 (RFC 8018), some tens of milliseconds. */
final class SecretHash {

    /**
     * No secret that people choose is hashed here: each has 256 random bits, which no number of guesses finds. So this
     * need not be as many as passwords want, and a server spends less on each token.
     */
    static final int ITERATIONS = 50_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final byte[] salt;
    private final int iterations;
    private final byte[] hash;

    /** Takes the columns of a row. */
    SecretHash(byte[] salt, int iterations, byte[] hash) {
        this.salt = salt.clone();
        this.iterations = iterations;
        this.hash = hash.clone();
    }

    static SecretHash of(ClientSecret secret, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new SecretHash(salt, ITERATIONS, compute(secret, salt, ITERATIONS));
    }

    private static byte[] compute(ClientSecret secret, byte[] salt, int iterations) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
        generator.init(secret.bytes(), salt, iterations);
        return ((KeyParameter) generator.generateDerivedMacParameters(HASH_BITS)).getKey();
    }

    boolean matches(ClientSecret secret) {
        return MessageDigest.isEqual(hash, compute(secret, salt, iterations));
    }

    byte[] salt() {
        return salt.clone();
    }

    int iterations() {
        return iterations;
    }

    byte[] hash() {
        return hash.clone();
    }
}
