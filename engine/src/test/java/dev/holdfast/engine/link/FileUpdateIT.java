package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.link.PendingUpdate.Action;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Peer;
import dev.holdfast.engine.vault.Pan;
import io.vertx.core.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import static org.assertj.core.api.Assertions.assertThat;

class FileUpdateIT {

    static final List<Profile> PROFILES = Samples.PROFILES;

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    /** A table in memory. */
    private static final class Table implements PendingUpdates {

        private final Queue<PendingUpdate> waiting = new ConcurrentLinkedQueue<>();
        private final Map<String, FileUpdateOutcome> outcomes = new ConcurrentHashMap<>();
        /** Gives more than it is asked for. */
        private volatile boolean generous;

        private final List<Pan> cards = new ArrayList<>();

        @Override
        public Future<List<PendingUpdate>> take(int max) {
            List<PendingUpdate> taken = new ArrayList<>();
            for (PendingUpdate next = waiting.poll();
                    next != null;
                    next = generous || taken.size() < max ? waiting.poll() : null) {
                taken.add(next);
            }
            return Future.succeededFuture(taken);
        }

        @Override
        public Future<Void> acknowledged(String id) {
            outcomes.put(id, FileUpdateOutcome.ACKNOWLEDGED);
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> failed(String id, FileUpdateOutcome reason) {
            outcomes.put(id, reason);
            return Future.succeededFuture();
        }

        void add(String id) {
            waiting.add(new PendingUpdate(id, Action.ADD, "MCC102", card(), "41 lost"));
        }

        /** Of this update's own. */
        Pan card() {
            Pan card = Pan.parse(Samples.CARD).orElseThrow();
            cards.add(card);
            return card;
        }

        void await(String id, FileUpdateOutcome outcome) {
            Await.until(id + " is " + outcome, () -> outcomes.get(id) == outcome);
        }
    }

    private static TestLinks start(Table table, Profile profile, LinkTimes times) {
        return TestLinks.start(
                TestLinks.within(times), new LinkPorts(TestLinks.APPROVING, table), TestLinks.on(profile));
    }

    private static Message answer(Message update, String code) {
        return update.answer(2, 7, 11, 91, 101).set(39, code).build();
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void sendsAnUpdateAndAcknowledgesIt(Profile profile) throws IOException {
        Table table = new Table();
        table.add("one");
        table.add("two");
        try (TestLinks links = start(table, profile, TestLinks.PATIENT);
                Peer peer = Peer.connect(links.port(), profile).signOn()) {
            Message update = peer.receive();
            assertThat(update.mti()).hasToString("0302");
            assertThat(update.text(2)).isEqualTo(Samples.CARD);
            assertThat(update.text(91)).isEqualTo("1");
            assertThat(update.text(101)).isEqualTo("MCC102");
            assertThat(update.text(profile == Profiles.VISA_STYLE ? 127 : 120)).isEqualTo("41 lost");
            assertThat(table.outcomes).isEmpty();
            peer.send(answer(update, "00"));
            table.await("one", FileUpdateOutcome.ACKNOWLEDGED);
            peer.send(answer(peer.receive(), "30"));
            table.await("two", FileUpdateOutcome.REFUSED);
            assertThat(links.count("file.updates", "outcome", "acknowledged")).isEqualTo(1);
        }
    }

    @Test
    void wipesTheNumberOfWhatIsSentAndOfWhatFindsNoLink() throws IOException {
        Table table = new Table();
        table.add("sent");
        table.add("left over");
        table.generous = true;
        try (TestLinks links = start(table, Profiles.MASTERCARD_STYLE, TestLinks.PATIENT);
                Peer peer = links.connect().signOn()) {
            Message update = peer.receive();
            assertThat(update.text(2)).isEqualTo(Samples.CARD);
            table.await("left over", FileUpdateOutcome.NOT_SENT);

            Await.until(
                    "both are wiped",
                    () -> table.cards.stream().allMatch(card -> card.toString().equals("Pan[wiped]")));
            peer.send(answer(update, "00"));
            table.await("sent", FileUpdateOutcome.ACKNOWLEDGED);
        }
    }

    @Test
    void sendsNothingBeforeSignOn() throws IOException {
        Table table = new Table();
        table.add("one");
        try (TestLinks links = start(table, Profiles.MASTERCARD_STYLE, TestLinks.PATIENT);
                Peer peer = links.connect()) {
            peer.send(Samples.management(Profiles.MASTERCARD_STYLE, "270"));
            assertThat(peer.receive().mti()).hasToString("0810");
            peer.signOn();
            assertThat(peer.receive().mti()).hasToString("0302");
        }
    }

    @Test
    void failsAnUpdateThatIsNotAnswered() throws IOException {
        Table table = new Table();
        table.add("one");
        try (TestLinks links = start(table, Profiles.MASTERCARD_STYLE, new LinkTimes(LONG, LONG, SHORT, LONG));
                Peer peer = links.connect().signOn()) {
            Message update = peer.receive();
            table.await("one", FileUpdateOutcome.TIMED_OUT);
            peer.send(answer(update, "00"));
            peer.send(Samples.authorization(Profiles.MASTERCARD_STYLE, 1));
            assertThat(peer.receive().mti()).hasToString("0110");
            assertThat(table.outcomes).containsEntry("one", FileUpdateOutcome.TIMED_OUT);
        }
    }

    @Test
    void failsAnUpdateWhoseLinkIsLost() throws IOException {
        Table table = new Table();
        table.add("one");
        try (TestLinks links = start(table, Profiles.MASTERCARD_STYLE, TestLinks.PATIENT);
                Peer peer = links.connect().signOn()) {
            peer.receive();
            peer.reset();
            table.await("one", FileUpdateOutcome.LINK_LOST);
        }
    }

    @Test
    void failsAnUpdateThatTheProfileCannotCarry() throws IOException {
        Table table = new Table();
        table.waiting.add(new PendingUpdate("long", Action.DELETE, "A NAME OF MORE THAN SEVENTEEN", table.card(), ""));
        try (TestLinks links = start(table, Profiles.MASTERCARD_STYLE, TestLinks.PATIENT);
                Peer peer = links.connect()) {
            peer.signOn();
            table.await("long", FileUpdateOutcome.NOT_ENCODABLE);
        }
    }
}
