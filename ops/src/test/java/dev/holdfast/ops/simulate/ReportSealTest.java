package dev.holdfast.ops.simulate;

import dev.holdfast.ops.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportSealTest {

    private final Path directory;
    private final Path report;

    ReportSealTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.report = Files.writeString(directory.resolve("report.json"), "abc");
    }

    @Test
    void writesTheDigestAsSha256sumReadsIt() throws IOException {
        ReportSeal.UNSIGNED.put(report);

        // The digest of "abc" is FIPS 180-4's own example.
        assertThat(directory.resolve("report.json.sha256"))
                .hasContent("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  report.json\n");
        assertThat(directory.resolve("report.json.sig")).doesNotExist();
    }

    @Test
    void signsWithTheKeyOfAFile() throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Path key = Files.writeString(directory.resolve("key.pem"), pem);

        ReportSeal.signing(key).put(report);

        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(pair.getPublic());
        signature.update(Files.readAllBytes(report));
        assertThat(signature.verify(Files.readAllBytes(directory.resolve("report.json.sig"))))
                .isTrue();
    }

    @Test
    void refusesWhatIsNoKeyWithoutQuotingIt() throws IOException {
        Path key = Files.writeString(directory.resolve("key.pem"), "c2VjcmV0");

        assertThatThrownBy(() -> ReportSeal.signing(key))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is no Ed25519 key")
                .hasMessageNotContaining("c2VjcmV0");
    }
}
