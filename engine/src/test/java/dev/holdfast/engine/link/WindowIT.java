package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Peer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class WindowIT {

    private static final Profile PROFILE = Profiles.MASTERCARD_STYLE;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    /** Keeps every request until the test answers it, on the test's thread. */
    private static final class Desk implements MessageHandler {

        private final Map<Long, Promise<Optional<Message>>> open = new ConcurrentHashMap<>();
        private final Map<Long, Message> requests = new ConcurrentHashMap<>();

        @Override
        public Future<Optional<Message>> answer(Message request, Instant receivedAt) {
            Promise<Optional<Message>> promise = Promise.promise();
            requests.put(request.number(11), request);
            open.put(request.number(11), promise);
            return promise.future();
        }

        void answer(long trace) {
            Message request = requireNonNull(requests.get(trace));
            requireNonNull(open.remove(trace)).complete(Optional.of(TestLinks.approval(request)));
        }

        void awaitOpen(int count) {
            Await.until(count + " requests", () -> open.size() == count);
        }
    }

    @Test
    void answersInWhateverOrderTheAnswersCome() throws IOException {
        Desk desk = new Desk();
        try (TestLinks links = TestLinks.start(desk);
                Peer peer = links.connect().signOn()) {
            for (int trace = 1; trace <= 3; trace++) {
                peer.send(Samples.authorization(PROFILE, trace));
            }
            desk.awaitOpen(3);
            for (long trace : new long[] {2, 3, 1}) {
                desk.answer(trace);
                assertThat(peer.receive().number(11)).isEqualTo(trace);
            }
        }
    }

    @Test
    void stopsReadingWhileItsWindowIsFull() throws IOException {
        Desk desk = new Desk();
        try (TestLinks links = TestLinks.start(TestLinks.window(4), desk);
                Peer peer = links.connect().signOn()) {
            for (int trace = 1; trace <= 50; trace++) {
                peer.send(Samples.authorization(PROFILE, trace));
            }
            desk.awaitOpen(4);
            assertThat(links.count("window.full")).isPositive();
            assertThat(links.gauge("requests.in.flight")).isEqualTo(4);
            Set<Long> answered = new TreeSet<>();
            for (int count = 0; count < 50; count++) {
                Await.until("a request", () -> !desk.open.isEmpty());
                assertThat(desk.open).hasSizeLessThanOrEqualTo(4);
                desk.answer(desk.open.keySet().iterator().next());
                answered.add(peer.receive().number(11));
            }
            assertThat(answered).hasSize(50);
        }
    }

    @Test
    void countsAnswersThatFindTheirLinkClosed() throws IOException {
        Desk desk = new Desk();
        try (TestLinks links = TestLinks.start(desk)) {
            Peer gone = links.connect().signOn();
            gone.send(Samples.authorization(PROFILE, 1));
            desk.awaitOpen(1);
            gone.reset();
            links.awaitClosed(CloseCause.PEER, 1);
            try (Peer other = links.connect().signOn()) {
                desk.answer(1);
                Await.until("counted", () -> links.count("answers.late") == 1);
                other.send(Samples.authorization(PROFILE, 2));
                desk.awaitOpen(1);
                desk.answer(2);
                assertThat(other.receive().number(11)).isEqualTo(2);
            }
        }
    }

    @Test
    void stopsReadingAPeerThatDoesNotReadAndClosesItInTheEnd() throws IOException {
        LinkTimes times = new LinkTimes(LONG, SHORT, LONG, LONG);
        try (TestLinks links = TestLinks.start(TestLinks.within(times), TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            Thread flood = new Thread(() -> {
                try {
                    for (int trace = 0; ; trace = (trace + 1) % 1_000_000) {
                        peer.send(Samples.authorization(PROFILE, trace));
                    }
                } catch (IOException e) {
                    // Closed, as it must be.
                }
            });
            flood.setDaemon(true);
            flood.start();
            links.awaitClosed(CloseCause.UNREAD_ANSWERS, 1);
            Await.until("the flood ends", () -> !flood.isAlive());
            // What both kernels buffer, 64 KiB here, and not one message more for each that the peer sends.
            assertThat(links.count("messages", "direction", "in", "type", "0100"))
                    .isLessThan(100_000);
        }
    }

    @Test
    void closesALinkWhoseFullWindowStandsStill() throws IOException {
        LinkTimes times = new LinkTimes(LONG, SHORT, LONG, LONG);
        Desk desk = new Desk();
        try (TestLinks links = TestLinks.start(new LinkLimits(2, 1, 2, 2, times), desk);
                Peer peer = links.connect().signOn()) {
            peer.send(Samples.authorization(PROFILE, 1));

            peer.awaitClosed();
            assertThat(links.count("closed", "cause", "unanswered_requests")).isEqualTo(1);
        }
    }

    @Test
    void answersWhatIsInFlightBeforeItCloses() throws IOException {
        Desk desk = new Desk();
        try (TestLinks links = TestLinks.start(desk);
                Peer peer = links.connect().signOn()) {
            peer.send(Samples.authorization(PROFILE, 1));
            desk.awaitOpen(1);
            Future<Void> closed = links.server().close();
            Await.until("signed off", () -> links.gauge("links.signed.on") == 0);
            assertThat(closed.isComplete()).isFalse();
            desk.answer(1);

            assertThat(peer.receive().number(11)).isEqualTo(1);
            assertThat(peer.receiveFrame()).isNull();
            Await.on(closed);
            assertThat(links.count("closed", "cause", "shutdown")).isEqualTo(1);
        }
    }

    @Test
    void closesInTimeWhenNothingIsAnswered() throws IOException {
        Desk desk = new Desk();
        LinkTimes times = new LinkTimes(LONG, LONG, LONG, SHORT);
        try (TestLinks links = TestLinks.start(TestLinks.within(times), desk);
                Peer peer = links.connect().signOn()) {
            peer.send(Samples.authorization(PROFILE, 1));
            desk.awaitOpen(1);
            Await.on(links.server().close());

            peer.awaitClosed();
            Await.until("the link is gone", () -> links.gauge("links") == 0);
        }
    }
}
