package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Framing;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.link.FrameAccumulator.Step;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class FrameAccumulatorTest {

    private static final long SEED = 11;

    @ParameterizedTest
    @EnumSource(Framing.class)
    void findsTheSameFramesHoweverTheStreamIsCut(Framing framing) {
        Random random = new Random(SEED);
        for (int round = 0; round < 50; round++) {
            List<byte[]> messages = messages(random);
            Buffer stream = Buffer.buffer();
            messages.forEach(message -> stream.appendBytes(framing.frame(message)));
            FrameAccumulator frames = new FrameAccumulator(framing);
            List<byte[]> found = new ArrayList<>();
            for (int at = 0; at < stream.length(); ) {
                int end = Math.min(stream.length(), at + 1 + random.nextInt(round < 25 ? 20 : 20_000));
                frames.append(stream.getBuffer(at, end));
                take(frames, found);
                at = end;
            }

            assertThat(frames.hasRest()).isFalse();
            assertThat(found).hasSameSizeAs(messages);
            for (int index = 0; index < found.size(); index++) {
                assertThat(found.get(index)).isEqualTo(messages.get(index));
            }
        }
    }

    private static List<byte[]> messages(Random random) {
        List<byte[]> messages = new ArrayList<>();
        for (int count = 0; count < 40; count++) {
            byte[] message = new byte[random.nextInt(10) == 0 ? Message.MAX_BYTES : random.nextInt(300)];
            random.nextBytes(message);
            messages.add(message);
        }
        return messages;
    }

    private static void take(FrameAccumulator frames, List<byte[]> found) {
        for (Step step = frames.next(); step != Step.INCOMPLETE; step = frames.next()) {
            assertThat(step).isIn(Step.MESSAGE, Step.SIGN_OF_LIFE);
            found.add(Arrays.copyOfRange(frames.bytes(), frames.from(), frames.to()));
        }
    }

    @Test
    void refusesAFrameAboveTheLimitByItsFirstBytes() {
        FrameAccumulator frames = new FrameAccumulator(Framing.TWO_BYTES);
        frames.append(Buffer.buffer(new byte[] {0x20, 0x01}));

        assertThat(frames.next()).isEqualTo(Step.TOO_LONG);
    }

    @Test
    void takesASignOfLifeForNoMessage() {
        FrameAccumulator frames = new FrameAccumulator(Framing.TWO_BYTES_AND_CONTROL);
        frames.append(Buffer.buffer(new byte[] {0, 0, 0, '2'}));

        assertThat(frames.next()).isEqualTo(Step.SIGN_OF_LIFE);
        assertThat(frames.next()).isEqualTo(Step.INCOMPLETE);
    }
}
