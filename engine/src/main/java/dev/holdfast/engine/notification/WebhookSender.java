package dev.holdfast.engine.notification;

import dev.holdfast.engine.notification.AttemptResult.Kind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sends to receivers over HTTP. Nobody else in the engine speaks HTTP. */
final class WebhookSender {

    /** In which the receiver must have answered, from looking its name up to the status of its answer. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int CONNECT_MILLIS = 5_000;
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final Names names;
    private final TargetPolicy policy;
    private final Clock clock;
    private final Duration patience;
    private final HttpClientAgent http;

    WebhookSender(Vertx vertx, Names names, TargetPolicy policy, Clock clock, Duration patience) {
        this(vertx, names, policy, clock, patience, new HttpClientOptions());
    }

    /** @param trust of certificates; by default the platform's */
    WebhookSender(
            Vertx vertx, Names names, TargetPolicy policy, Clock clock, Duration patience, HttpClientOptions trust) {
        this.vertx = vertx;
        this.names = names;
        this.policy = policy;
        this.clock = clock;
        this.patience = patience;
        HttpClientOptions options = trust.setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout(CONNECT_MILLIS)
                .setTcpNoDelay(true);
        PoolOptions pool =
                new PoolOptions().setHttp1MaxSize(Slots.PER_RECEIVER).setMaxWaitQueueSize(Slots.PER_RECEIVER);
        this.http = vertx.createHttpClient(options, pool);
    }

    /**
     * Sends once. The future always succeeds, within the patience.
     *
     * @param id constant over all attempts
     */
    Future<AttemptResult> send(Receiver receiver, String id, String body) {
        Exchange exchange = new Exchange(vertx, clock, patience);
        if (receiver.secrets().isEmpty()) {
            exchange.end(Kind.UNSIGNED);
        } else if (policy.problem(receiver.url()).isPresent()) {
            exchange.end(Kind.FORBIDDEN);
        } else {
            URI target = URI.create(receiver.url());
            names.resolve(hostOf(target)).onComplete(found -> {
                if (found.failed()) {
                    exchange.end(Kind.UNRESOLVED);
                } else if (!policy.permits(found.result())) {
                    exchange.end(Kind.FORBIDDEN);
                } else if (exchange.open()) {
                    exchange.run(http.request(request(receiver, target, found.result(), id, body)), body);
                }
            });
        }
        return exchange.result();
    }

    /** Connects to the address that was checked, not to what the name may mean a moment later. */
    private RequestOptions request(Receiver receiver, URI target, List<InetAddress> addresses, String id, String body) {
        boolean tls = "https".equalsIgnoreCase(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : tls ? 443 : 80;
        Instant now = clock.instant();
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(
                        SocketAddress.inetSocketAddress(port, addresses.get(0).getHostAddress()))
                .setHost(hostOf(target))
                .setPort(port)
                .setSsl(tls)
                .setURI(pathOf(target))
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Holdfast")
                .putHeader(Signature.ID, id)
                .putHeader(Signature.TIMESTAMP, Long.toString(now.getEpochSecond()))
                .putHeader(Signature.SIGNATURE, Signature.of(id, now, body, receiver.secrets()));
        AuthHeader header = receiver.header();
        return header == null ? request : request.putHeader(header.name(), header.value());
    }

    private static String hostOf(URI target) {
        String host = target.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String pathOf(URI target) {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
    }

    Future<Void> close() {
        return http.close();
    }
}
