package dev.holdfast.engine.notification;

import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestCertificate;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** Sending by TLS: to whom the certificate belongs, and nobody else. */
class WebhookTlsTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger received = new AtomicInteger();
    private TestCertificate certificate;
    private HttpServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        certificate = TestCertificate.make(directory, "receiver");
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(certificate.certificate().toString())
                        .setKeyPath(certificate.key().toString()));
        server = Await.on(vertx.createHttpServer(options)
                .requestHandler(request -> {
                    received.incrementAndGet();
                    request.response().end();
                })
                .listen(0, "127.0.0.1"));
    }

    @AfterEach
    void stop() {
        Await.on(vertx.close());
    }

    private AttemptResult.Kind send(String host, HttpClientOptions trust) {
        WebhookSender sender = new WebhookSender(
                vertx,
                name -> Future.succeededFuture(List.of(InetAddress.getLoopbackAddress())),
                NotificationRig.LOOPBACK,
                Clock.systemUTC(),
                Duration.ofSeconds(10),
                trust);
        Receiver receiver = new Receiver(
                new UUID(0, 1),
                1,
                "https://" + host + ":" + server.actualPort() + "/",
                false,
                null,
                List.of(SigningSecret.draw(new SecureRandom())));
        return Await.on(sender.send(receiver, "id", "{}")).kind();
    }

    private HttpClientOptions trusting() {
        return new HttpClientOptions()
                .setTrustOptions(new PemTrustOptions()
                        .addCertPath(certificate.certificate().toString()));
    }

    @Test
    void sendsToWhomTheCertificateBelongs() {
        assertThat(send("127.0.0.1", trusting())).isEqualTo(AttemptResult.Kind.DELIVERED);
        assertThat(received).hasValue(1);
    }

    @Test
    void sendsNothingWhereTheCertificateIsOfAnotherName() {
        assertThat(send("receiver.example", trusting())).isEqualTo(AttemptResult.Kind.UNREACHABLE);
        assertThat(received).hasValue(0);
    }

    @Test
    void sendsNothingWhereNobodyTrustsTheCertificate() {
        assertThat(send("127.0.0.1", new HttpClientOptions())).isEqualTo(AttemptResult.Kind.UNREACHABLE);
        assertThat(received).hasValue(0);
    }
}
