package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Peer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A running link server and its meters. */
final class TestLinks implements AutoCloseable {

    static final LinkTimes PATIENT =
            new LinkTimes(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(20));
    static final LinkLimits LIMITS = new LinkLimits(16, 64, 20, 2, PATIENT);

    /** Approves everything at once. */
    static final MessageHandler APPROVING = (request, receivedAt) ->
            Future.succeededFuture(request.mti().isAnswered() ? Optional.of(approval(request)) : Optional.empty());

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LinkServer server;

    private TestLinks(List<Listener> listeners, LinkLimits limits, LinkPorts needs) {
        this.server = Await.on(
                LinkServer.start(vertx, new LinkOptions(listeners, limits, 2), needs, meters, Clock.systemUTC()));
    }

    static TestLinks start(LinkLimits limits, LinkPorts needs, Listener... listeners) {
        return new TestLinks(List.of(listeners), limits, needs);
    }

    static TestLinks start(LinkLimits limits, MessageHandler handler) {
        return start(limits, new LinkPorts(handler, PendingUpdates.NONE), on(Profiles.MASTERCARD_STYLE));
    }

    static TestLinks start(MessageHandler handler) {
        return start(LIMITS, handler);
    }

    static Listener on(Profile profile) {
        return new Listener("127.0.0.1", 0, profile, Optional.empty());
    }

    static LinkLimits within(LinkTimes times) {
        return new LinkLimits(LIMITS.links(), LIMITS.window(), LIMITS.malformedInARow(), LIMITS.missedEchoes(), times);
    }

    static LinkLimits window(int window) {
        return new LinkLimits(LIMITS.links(), window, LIMITS.malformedInARow(), LIMITS.missedEchoes(), PATIENT);
    }

    static Message approval(Message request) {
        return request.answer(2, 3, 4, 7, 11, 32, 37, 41, 49).set(39, "00").build();
    }

    Peer connect() throws IOException {
        return Peer.connect(port(), Profiles.MASTERCARD_STYLE);
    }

    int port() {
        return server.ports().get(0);
    }

    int port(int listener) {
        return server.ports().get(listener);
    }

    LinkServer server() {
        return server;
    }

    Vertx vertx() {
        return vertx;
    }

    double count(String name, String... tags) {
        return meters.get("holdfast.link." + name).tags(tags).counter().count();
    }

    double gauge(String name) {
        return meters.get("holdfast.link." + name).gauge().value();
    }

    void awaitClosed(CloseCause cause, int links) {
        Await.until(
                links + " closed for " + cause,
                () -> count("closed", "cause", cause.name().toLowerCase(Locale.ROOT)) >= links);
    }

    @Override
    public void close() {
        Await.on(server.close());
        Await.on(vertx.close());
    }
}
