package dev.holdfast.ops.simulate;

import dev.holdfast.ops.configuration.ConfigurationException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Shows that a report was not changed since: its SHA-256 in a file beside it, as {@code sha256sum -c} reads it, and a
 * signature if a key is given, as {@code openssl pkeyutl -verify -rawin} reads it.
 */
public final class ReportSeal {

    /** The digest alone. */
    public static final ReportSeal UNSIGNED = new ReportSeal(null);

    private static final String ALGORITHM = "Ed25519";
    private static final int LARGEST_KEY_FILE = 4_096;

    private final @Nullable PrivateKey key;

    private ReportSeal(@Nullable PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads the key to sign with: Ed25519, PKCS #8 in PEM.
     *
     * @throws ConfigurationException if there is none in the file; says nothing of what is
     */
    public static ReportSeal signing(Path keyFile) {
        try {
            if (Files.size(keyFile) > LARGEST_KEY_FILE) {
                throw new ConfigurationException(List.of(keyFile + " is no Ed25519 key"));
            }
            String encoded = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----|\\s", "");
            byte[] bytes = Base64.getDecoder().decode(encoded);
            return new ReportSeal(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (IOException e) {
            throw new ConfigurationException(List.of("the signing key " + keyFile + " cannot be read: " + e));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause may quote the key.
            throw new ConfigurationException(List.of(keyFile + " is no Ed25519 key in PKCS #8 and PEM"));
        }
    }

    /** Writes what belongs beside a file that is complete. */
    void put(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            String line = HexFormat.of().formatHex(digest) + "  " + file.getFileName() + "\n";
            Files.writeString(beside(file, ".sha256"), line);
            if (key != null) {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initSign(key);
                signature.update(content);
                Files.write(beside(file, ".sig"), signature.sign());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
