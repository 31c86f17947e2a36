package dev.holdfast.ops.system;

import dev.holdfast.engine.link.LinkTls;
import dev.holdfast.ops.configuration.ConfigurationException;
import dev.holdfast.ops.configuration.Setting;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;

/**
 * Looks at the link's TLS files before anything listens. Without it a key of another certificate would be found out by
 * every network that connects, and a file of no use would be refused without saying which. Never shows what a file holds.
 */
final class TlsFiles {

    /** What a certificate's key may be, and how it signs. One of another kind is not looked at any closer. */
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    private static final byte[] SIGNED = "holdfast".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx;

    private TlsFiles(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Reads the files. Blocks.
     *
     * @throws ConfigurationException naming the setting whose file is of no use
     */
    static void require(Vertx vertx, LinkTls tls) {
        TlsFiles files = new TlsFiles(vertx);
        files.requireCertificates(Setting.HOLDFAST_ISO8583_TLS_CERTIFICATE, tls.certificate());
        files.requireKey(tls);
        tls.clientAuthority()
                .ifPresent(authority ->
                        files.requireCertificates(Setting.HOLDFAST_ISO8583_TLS_CLIENT_AUTHORITY, authority));
    }

    private void requireCertificates(Setting setting, Path file) {
        try {
            new PemTrustOptions().addCertPath(file.toString()).getTrustManagerFactory(vertx);
        } catch (Exception e) {
            throw refused(setting, file, "holds no X.509 certificate in PEM form");
        }
    }

    private void requireKey(LinkTls tls) {
        boolean belongs;
        try {
            belongs = belongs(new PemKeyCertOptions()
                    .setCertPath(tls.certificate().toString())
                    .setKeyPath(tls.key().toString())
                    .getKeyManagerFactory(vertx)
                    .getKeyManagers());
        } catch (Exception e) {
            throw refused(
                    Setting.HOLDFAST_ISO8583_TLS_KEY,
                    tls.key(),
                    "holds no private key that can be used: PKCS #8 in PEM form, without a password");
        }
        if (!belongs) {
            throw refused(
                    Setting.HOLDFAST_ISO8583_TLS_KEY,
                    tls.key(),
                    "is not the key of " + Setting.HOLDFAST_ISO8583_TLS_CERTIFICATE.key());
        }
    }

    private static boolean belongs(KeyManager[] managers) throws GeneralSecurityException {
        for (Map.Entry<String, String> kind : SIGNATURES.entrySet()) {
            X509KeyManager keys = (X509KeyManager) managers[0];
            String[] aliases = keys.getServerAliases(kind.getKey(), null);
            if (aliases != null) {
                PublicKey certified = keys.getCertificateChain(aliases[0])[0].getPublicKey();
                return belongs(keys.getPrivateKey(aliases[0]), certified, kind.getValue());
            }
        }
        return true;
    }

    private static boolean belongs(PrivateKey key, PublicKey certified, String algorithm)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(SIGNED);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(SIGNED);
        return signature.verify(signed);
    }

    private static ConfigurationException refused(Setting setting, Path file, String why) {
        return new ConfigurationException(List.of(setting.key() + ": " + file + " " + why));
    }
}
