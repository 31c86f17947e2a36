package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Reason;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Peer;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Hostile frames by the hundred thousand: the server must neither fail nor stand still. */
class FuzzIT {

    static final List<Profile> PROFILES = Samples.PROFILES;

    private static final long SEED = 8583;
    private static final int FRAMES = 50_000;
    private static final int BURST = 500;
    private static final int SAMPLES = 64;
    private static final int LAST_TRACE = 999_999;

    /** Whoever sends nothing but noise is not closed here: the noise must be read. */
    private static final LinkLimits UNMOVED = new LinkLimits(64, 64, Integer.MAX_VALUE, 2, TestLinks.PATIENT);

    private static TestLinks start(Profile profile) {
        return TestLinks.start(UNMOVED, new LinkPorts(TestLinks.APPROVING, PendingUpdates.NONE), TestLinks.on(profile));
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void readsOnThroughFiftyThousandMutatedFrames(Profile profile) throws Exception {
        try (TestLinks links = start(profile);
                Peer peer = Peer.connect(links.port(), profile).signOn()) {
            Thread sender = new Thread(() -> sendMutants(peer, profile));
            sender.start();
            while (!isLastAnswer(peer, profile)) {
                // Answers to mutants: any, or none.
            }
            sender.join();

            double read = 0;
            for (MessageType type : MessageType.values()) {
                read += links.count("messages", "direction", "in", "type", type.label());
            }
            for (Reason reason : Reason.values()) {
                read += links.count("malformed", "reason", reason.name().toLowerCase(Locale.ROOT));
            }
            assertThat(read).isEqualTo(FRAMES + 2);
            assertThat(links.count("failures")).isZero();
        }
    }

    private static boolean isLastAnswer(Peer peer, Profile profile) throws IOException {
        byte[] frame = requireNonNull(peer.receiveFrame(), "the link was closed");
        return profile.decode(frame).fold(message -> LAST_TRACE == message.number(11), malformed -> {
            throw new AssertionError("the server wrote " + malformed);
        });
    }

    private static void sendMutants(Peer peer, Profile profile) {
        Random random = new Random(SEED);
        byte[][] samples = new byte[SAMPLES][];
        for (int sample = 0; sample < SAMPLES; sample++) {
            samples[sample] = Samples.authorization(profile, sample).toBytes();
        }
        try {
            for (int sent = 0; sent < FRAMES; sent += BURST) {
                Buffer burst = Buffer.buffer();
                for (int count = 0; count < BURST; count++) {
                    burst.appendBytes(profile.framing().frame(mutated(samples[random.nextInt(SAMPLES)], random)));
                }
                peer.sendBytes(burst.getBytes());
            }
            peer.send(
                    Samples.message(profile, "0800", LAST_TRACE).set(70, "301").build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A frame that says its own length, with up to three changes inside. */
    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutant = bytes.clone();
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(5)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt(256);
                // Type and bitmap are in the first bytes: bitmaps that lie.
                case 2 -> mutant[random.nextInt(Math.min(mutant.length, 50))] = (byte) 0xFF;
                case 3 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                default -> mutant = Arrays.copyOf(mutant, mutant.length + random.nextInt(20));
            }
        }
        return mutant;
    }

    @Test
    void outlivesStreamsOfNoise() throws IOException {
        Profile profile = PROFILES.get(1);
        Random random = new Random(SEED);
        try (TestLinks links = start(profile)) {
            for (int count = 0; count < 100; count++) {
                try (Peer peer = Peer.connect(links.port(), profile)) {
                    byte[] noise = new byte[random.nextInt(20_000)];
                    random.nextBytes(noise);
                    peer.sendBytes(noise);
                } catch (IOException e) {
                    // Closed in the middle, as it should be for a frame too long.
                }
            }
            Await.until("all are gone", () -> links.gauge("links") == 0);
            try (Peer peer = links.connect()) {
                peer.signOn();
            }
        }
    }
}
