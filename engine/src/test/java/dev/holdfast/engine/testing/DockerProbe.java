package dev.holdfast.engine.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Asks whether a Docker daemon answers, within two seconds and without a word. Testcontainers' own search is slow and
 * loud where there is none.
 */
final class DockerProbe {

    private static final long PATIENCE_SECONDS = 2;
    private static final int DOCKER_TCP_PORT = 2375;

    private DockerProbe() {}

    static boolean daemonAnswers() {
        Optional<SocketAddress> address = address();
        if (address.isEmpty()) {
            return false;
        }
        try {
            return CompletableFuture.supplyAsync(() -> pings(address.get())).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<SocketAddress> address() {
        String host = System.getenv("DOCKER_HOST");
        if (host != null && host.startsWith("tcp://")) {
            URI uri = URI.create(host);
            int port = uri.getPort() < 0 ? DOCKER_TCP_PORT : uri.getPort();
            return Optional.of(new InetSocketAddress(uri.getHost(), port));
        }
        Stream<Path> sockets = host != null && host.startsWith("unix://")
                ? Stream.of(Path.of(URI.create(host).getPath()))
                : Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(System.getProperty("user.home", "/"), ".docker", "run", "docker.sock"));
        return sockets.filter(Files::exists)
                .<SocketAddress>map(UnixDomainSocketAddress::of)
                .findFirst();
    }

    private static boolean pings(SocketAddress address) {
        boolean unix = address instanceof UnixDomainSocketAddress;
        try (SocketChannel channel = unix ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open()) {
            channel.connect(address);
            String ping = "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";
            channel.write(ByteBuffer.wrap(ping.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).contains(" 200 ");
        } catch (IOException e) {
            return false;
        }
    }
}
