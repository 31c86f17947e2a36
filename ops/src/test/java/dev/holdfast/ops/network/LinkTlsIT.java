package dev.holdfast.ops.network;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.testing.Peer;
import dev.holdfast.engine.testing.TestCertificate;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.ops.configuration.ConfigurationException;
import dev.holdfast.ops.system.HoldfastSystem;
import dev.holdfast.ops.testing.TestConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the TLS settings of the link do to a whole system, and what it says of files that are of no use. */
class LinkTlsIT {

    private static final Profile PROFILE = Profiles.MASTERCARD_STYLE;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    static Path directory;

    private static TestCertificate server;
    private static TestCertificate network;
    private static TestCertificate stranger;

    @BeforeAll
    static void makeCertificates() throws Exception {
        server = TestCertificate.make(directory, "server");
        network = TestCertificate.make(directory, "network");
        stranger = TestCertificate.make(directory, "stranger");
    }

    @Test
    void answersOverTlsAndRefusesPlainTextWhereACertificateIsConfigured() throws Exception {
        try (HoldfastSystem system = start(settings());
                Peer peer = connect(system, server.trusting());
                Peer plain = Peer.connect(system.link().port(), PROFILE)) {
            assertAnswered(peer);
            plain.send(authorization());
            plain.awaitClosed();
        }
    }

    @Test
    void answersOnlyPeersWithACertificateOfTheConfiguredAuthority() throws Exception {
        Map<String, String> mutual = settings();
        mutual.put(
                "HOLDFAST_ISO8583_TLS_CLIENT_AUTHORITY", network.certificate().toString());
        try (HoldfastSystem system = start(mutual);
                Peer known = connect(system, server.trusting(network));
                Peer anonymous = connect(system, server.trusting());
                Peer unknown = connect(system, server.trusting(stranger))) {
            assertThatThrownBy(anonymous::signOn).isInstanceOf(IOException.class);
            assertThatThrownBy(unknown::signOn).isInstanceOf(IOException.class);
            assertAnswered(known);
        }
    }

    @Test
    void namesTheSettingWhoseFileIsNotThere() {
        Map<String, String> settings = settings();
        settings.put(
                "HOLDFAST_ISO8583_TLS_KEY", directory.resolve("nowhere.pem").toString());

        assertThatThrownBy(() -> start(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HOLDFAST_ISO8583_TLS_KEY", "nowhere.pem", "path of a readable file");
    }

    @Test
    void namesTheSettingWhoseFileHoldsNoCertificate() throws IOException {
        Map<String, String> settings = settings();
        settings.put("HOLDFAST_ISO8583_TLS_CERTIFICATE", server.key().toString());

        assertRefused(settings, "HOLDFAST_ISO8583_TLS_CERTIFICATE");
    }

    @Test
    void namesTheSettingWhoseFileHoldsNoKeyOrOneBehindAPassword() throws IOException {
        Map<String, String> settings = settings();
        String key = Files.readString(server.key());
        Path locked = Files.writeString(
                directory.resolve("locked.pem"), key.replace(" PRIVATE KEY", " ENCRYPTED PRIVATE KEY"));
        Path cut = Files.writeString(
                directory.resolve("cut.pem"), "-----BEGIN PRIVATE KEY-----\nMIGHAg\n-----END PRIVATE KEY-----\n");
        for (Path file : new Path[] {locked, cut, server.certificate()}) {
            settings.put("HOLDFAST_ISO8583_TLS_KEY", file.toString());
            assertRefused(settings, "HOLDFAST_ISO8583_TLS_KEY");
        }
    }

    @Test
    void namesTheSettingWhoseKeyIsOfAnotherCertificate() throws IOException {
        Map<String, String> settings = settings();
        settings.put("HOLDFAST_ISO8583_TLS_KEY", stranger.key().toString());

        assertRefused(settings, "HOLDFAST_ISO8583_TLS_KEY");
    }

    @Test
    void namesTheSettingWhoseFileHoldsNoAuthority() throws IOException {
        Map<String, String> settings = settings();
        settings.put("HOLDFAST_ISO8583_TLS_CLIENT_AUTHORITY", server.key().toString());

        assertRefused(settings, "HOLDFAST_ISO8583_TLS_CLIENT_AUTHORITY");
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("HOLDFAST_ISO8583_TLS_CERTIFICATE", server.certificate().toString());
        settings.put("HOLDFAST_ISO8583_TLS_KEY", server.key().toString());
        return settings;
    }

    private static HoldfastSystem start(Map<String, String> settings) {
        return HoldfastSystem.start(TestConfiguration.on(DATABASE.url(), settings));
    }

    private static Peer connect(HoldfastSystem system, SSLContext context) throws IOException {
        return new Peer(
                context.getSocketFactory()
                        .createSocket(
                                InetAddress.getLoopbackAddress(), system.link().port()),
                PROFILE);
    }

    /** The system has never heard of the card, and says so: it has asked its database. */
    private static void assertAnswered(Peer peer) throws IOException {
        peer.signOn();
        peer.send(authorization());
        Message answer = peer.receive();
        assertThat(answer.number(11)).isEqualTo(3);
        assertThat(answer.find(39)).isEqualTo("14");
    }

    private static Message authorization() {
        return PROFILE.message("0100")
                .set(2, "5555555555554444")
                .set(3, "000000")
                .set(4, 12_345)
                .set(7, "1120143015")
                .set(11, 3)
                .set(18, 5411)
                .set(32, "012345")
                .set(37, "632414000042")
                .set(41, "TERM0001")
                .set(49, 608)
                .build();
    }

    /** The message names the setting and its file, and shows nothing of what any file holds. */
    private static void assertRefused(Map<String, String> settings, String culprit) throws IOException {
        String keyText =
                Files.readString(server.key()).lines().skip(1).findFirst().orElseThrow();
        assertThatThrownBy(() -> start(settings))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(culprit, settings.get(culprit))
                .doesNotContain(keyText, "BEGIN");
    }
}
