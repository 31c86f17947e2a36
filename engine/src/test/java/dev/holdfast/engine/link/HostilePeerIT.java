package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Peer;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class HostilePeerIT {

    static final List<Profile> PROFILES = Samples.PROFILES;

    private static final Profile PROFILE = Profiles.MASTERCARD_STYLE;
    private static final Duration SHORT = Duration.ofMillis(60);
    private static final Duration LONG = Duration.ofMinutes(1);

    private static byte[] framed(Message message) {
        return PROFILE.framing().frame(message.toBytes());
    }

    @Test
    void readsMessagesThatComeByteByByte() throws IOException {
        try (TestLinks links = TestLinks.start(TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            for (int trace = 1; trace <= 3; trace++) {
                for (byte one : framed(Samples.authorization(PROFILE, trace))) {
                    peer.sendBytes(new byte[] {one});
                }
            }
            for (int trace = 1; trace <= 3; trace++) {
                assertThat(peer.receive().number(11)).isEqualTo(trace);
            }
        }
    }

    @Test
    void answersEveryMessageOfABurstOnce() throws IOException {
        try (TestLinks links = TestLinks.start(TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            Buffer burst = Buffer.buffer();
            for (int trace = 1; trace <= 500; trace++) {
                burst.appendBytes(framed(Samples.authorization(PROFILE, trace)));
            }
            peer.sendBytes(burst.getBytes());
            List<Long> traces = new ArrayList<>();
            for (int count = 0; count < 500; count++) {
                traces.add(peer.receive().number(11));
            }
            assertThat(traces).doesNotHaveDuplicates().contains(1L, 500L);
        }
    }

    @Test
    void livesOnWhenAPeerIsResetInsideAFrame() throws IOException {
        try (TestLinks links = TestLinks.start(TestLinks.APPROVING)) {
            for (int count = 0; count < 20; count++) {
                Peer peer = links.connect().signOn();
                byte[] frame = framed(Samples.authorization(PROFILE, 1));
                peer.sendBytes(Arrays.copyOf(frame, frame.length / 2));
                peer.reset();
            }
            links.awaitClosed(CloseCause.PEER, 20);
            try (Peer peer = links.connect()) {
                peer.signOn();
                assertThat(links.gauge("links")).isEqualTo(1);
            }
        }
    }

    @Test
    void closesALinkThatAnnouncesAFrameAboveTheLimit() throws IOException {
        try (TestLinks links = TestLinks.start(TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            peer.sendFrame(new byte[0xFFFF]);

            peer.awaitClosed();
            assertThat(links.count("closed", "cause", "frame_too_long")).isEqualTo(1);
            assertThat(links.count("malformed", "reason", "message_too_long")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void takesAnEmptyFrameForASignOfLife(Profile profile) throws IOException {
        try (TestLinks links = TestLinks.start(
                        TestLinks.LIMITS,
                        new LinkPorts(TestLinks.APPROVING, PendingUpdates.NONE),
                        TestLinks.on(profile));
                Peer peer = Peer.connect(links.port(), profile)) {
            peer.sendFrame(new byte[0]);
            peer.sendFrame(new byte[0]);
            peer.signOn();
        }
    }

    @Test
    void closesAfterSoManyMalformedMessagesInARow() throws IOException {
        try (TestLinks links = TestLinks.start(TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            Random random = new Random(5);
            byte[] noise = new byte[200];
            for (int round = 0; round < 3; round++) {
                for (int count = 1; count < TestLinks.LIMITS.malformedInARow(); count++) {
                    random.nextBytes(noise);
                    peer.sendFrame(noise);
                }
                peer.send(Samples.authorization(PROFILE, round));
                assertThat(peer.receive().number(11)).isEqualTo(round);
            }
            for (int count = 0; count < TestLinks.LIMITS.malformedInARow(); count++) {
                peer.sendFrame(noise);
            }
            peer.awaitClosed();
            assertThat(links.count("closed", "cause", "malformed")).isEqualTo(1);
        }
    }

    @Test
    void answersAMalformedMessageThatSaysWhichItIs() throws IOException {
        try (TestLinks links = TestLinks.start(TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            byte[] bytes = Samples.authorization(PROFILE, 77).toBytes();
            peer.sendFrame(Arrays.copyOf(bytes, bytes.length - 1));

            Message answer = peer.receive();
            assertThat(answer.mti()).hasToString("0110");
            assertThat(answer.text(39)).isEqualTo("30");
            assertThat(answer.number(11)).isEqualTo(77);
            assertThat(answer.has(2)).isFalse();
            assertThat(links.count("malformed", "reason", "truncated")).isEqualTo(1);
        }
    }

    @Test
    void neitherAnswersNorHandsOnTypesThatItDoesNotKnow() throws IOException {
        try (TestLinks links = TestLinks.start(TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            for (String type : List.of("0302", "0312", "0110", "0500", "0820", "0700")) {
                peer.send(Samples.request(PROFILE, type, 1).build());
            }
            peer.send(Samples.authorization(PROFILE, 2));

            assertThat(peer.receive().number(11)).isEqualTo(2);
            assertThat(links.count("messages", "direction", "in", "type", "other"))
                    .isEqualTo(3);
        }
    }

    @Test
    void closesALinkThatDoesNotFinishItsFrame() throws IOException {
        try (TestLinks links =
                        TestLinks.start(TestLinks.within(new LinkTimes(LONG, SHORT, LONG, LONG)), TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            peer.sendBytes(new byte[] {0, 100, 1});

            peer.awaitClosed();
            assertThat(links.count("closed", "cause", "partial_frame")).isEqualTo(1);
        }
    }

    @Test
    void closesALinkThatMissesItsEchoes() throws IOException {
        try (TestLinks links =
                        TestLinks.start(TestLinks.within(new LinkTimes(SHORT, LONG, LONG, LONG)), TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            Message first = peer.receive();
            assertThat(first.mti()).hasToString("0800");
            assertThat(first.text(70)).isEqualTo("270");
            assertThat(peer.receive().mti()).hasToString("0800");

            peer.awaitClosed();
            assertThat(links.count("closed", "cause", "echo_missed")).isEqualTo(1);
        }
    }

    @Test
    void keepsALinkThatAnswersItsEchoes() throws IOException {
        try (TestLinks links =
                        TestLinks.start(TestLinks.within(new LinkTimes(SHORT, LONG, LONG, LONG)), TestLinks.APPROVING);
                Peer peer = links.connect().signOn()) {
            for (int count = 0; count < 6; count++) {
                Message echo = peer.receive();
                peer.send(echo.answer(7, 11, 70).set(39, "00").build());
            }
            assertThat(links.count("closed", "cause", "echo_missed")).isZero();
            assertThat(links.count("messages", "direction", "in", "type", "0810"))
                    .isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void closesLinksBeyondItsNumber() throws IOException {
        LinkLimits two = new LinkLimits(2, 8, 8, 2, TestLinks.PATIENT);
        try (TestLinks links = TestLinks.start(two, TestLinks.APPROVING);
                Peer first = links.connect().signOn();
                Peer second = links.connect().signOn();
                Peer third = links.connect()) {
            third.awaitClosed();
            assertThat(links.count("closed", "cause", "too_many_links")).isEqualTo(1);
            first.send(Samples.authorization(PROFILE, 1));
            second.send(Samples.authorization(PROFILE, 2));
            assertThat(first.receive().number(11)).isEqualTo(1);
            assertThat(second.receive().number(11)).isEqualTo(2);
            second.reset();
            Await.until("the second is gone", () -> links.gauge("links") == 1);
            try (Peer fourth = links.connect()) {
                fourth.signOn();
            }
        }
    }
}
