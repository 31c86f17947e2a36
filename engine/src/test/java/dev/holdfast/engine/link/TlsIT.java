package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.testing.Peer;
import dev.holdfast.engine.testing.TestCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TlsIT {

    private static final Profile PROFILE = Profiles.VISA_STYLE;

    private static TestCertificate server;
    private static TestCertificate client;
    private static TestCertificate stranger;

    @BeforeAll
    static void makeCertificates(@TempDir Path directory) throws Exception {
        server = TestCertificate.make(directory, "server");
        client = TestCertificate.make(directory, "client");
        stranger = TestCertificate.make(directory, "stranger");
    }

    private static TestLinks start(Optional<Path> authority) {
        LinkTls tls = new LinkTls(server.certificate(), server.key(), authority);
        return TestLinks.start(
                TestLinks.LIMITS,
                new LinkPorts(TestLinks.APPROVING, PendingUpdates.NONE),
                new Listener("127.0.0.1", 0, PROFILE, Optional.of(tls)),
                TestLinks.on(Profiles.ASCII_1987));
    }

    private static Peer connect(TestLinks links, SSLContext context) throws IOException {
        return new Peer(
                context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), links.port()), PROFILE);
    }

    @Test
    void answersOverTlsAndBesideItOverPlainTcp() throws Exception {
        try (TestLinks links = start(Optional.empty());
                Peer peer = connect(links, server.trusting());
                Peer plain = Peer.connect(links.port(1), Profiles.ASCII_1987)) {
            peer.signOn();
            peer.send(Samples.authorization(PROFILE, 3));
            assertThat(peer.receive().number(11)).isEqualTo(3);
            plain.signOn();
            plain.send(Samples.authorization(Profiles.ASCII_1987, 4));
            assertThat(plain.receive().number(11)).isEqualTo(4);
        }
    }

    @Test
    void answersAPeerWhoseCertificateItKnows() throws Exception {
        try (TestLinks links = start(Optional.of(client.certificate()));
                Peer peer = connect(links, server.trusting(client))) {
            peer.signOn();
            peer.send(Samples.authorization(PROFILE, 3));
            assertThat(peer.receive().number(11)).isEqualTo(3);
        }
    }

    @Test
    void refusesAPeerWithoutACertificateOrWithAnUnknownOne() throws Exception {
        try (TestLinks links = start(Optional.of(client.certificate()));
                Peer anonymous = connect(links, server.trusting());
                Peer unknown = connect(links, server.trusting(stranger))) {
            assertThatThrownBy(anonymous::signOn).isInstanceOf(IOException.class);
            assertThatThrownBy(unknown::signOn).isInstanceOf(IOException.class);
            assertThat(links.gauge("links.signed.on")).isZero();
        }
    }

    @Test
    void refusesAPeerThatSpeaksPlainTcp() throws Exception {
        try (TestLinks links = start(Optional.empty());
                Peer plain = Peer.connect(links.port(), PROFILE)) {
            plain.send(Samples.management(PROFILE, "001"));

            plain.awaitClosed();
            assertThat(links.gauge("links")).isZero();
        }
    }
}
