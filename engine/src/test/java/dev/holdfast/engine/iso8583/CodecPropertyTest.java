package dev.holdfast.engine.iso8583;

import dev.holdfast.engine.iso8583.RandomMessages.Sample;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

class CodecPropertyTest {

    @Property(tries = 2000)
    void whatIsDecodedEncodesToTheSameBytes(@ForAll("samples") Sample sample) {
        Decoded decoded = sample.profile().decode(sample.bytes());

        assertThat(decoded).isInstanceOf(Message.class);
        assertThat(RandomMessages.written((Message) decoded)).isEqualTo(sample.bytes());
    }

    @Property(tries = 300)
    void everyTruncationIsAnError(@ForAll("samples") Sample sample) {
        for (int length = 0; length < sample.bytes().length; length++) {
            Decoded decoded = sample.profile().decode(sample.bytes(), 0, length);

            assertThat(decoded).isInstanceOf(Malformed.class);
            assertThat(((Malformed) decoded).offset()).isLessThanOrEqualTo(length);
        }
    }

    @Property(tries = 300)
    void everyAppendedByteIsAnError(@ForAll("samples") Sample sample) {
        byte[] longer = Arrays.copyOf(sample.bytes(), sample.bytes().length + 1);
        for (int added = 0; added < 256; added++) {
            longer[sample.bytes().length] = (byte) added;

            assertThat(sample.profile().decode(longer)).isInstanceOf(Malformed.class);
        }
    }

    @Property(tries = 300)
    void aFlippedByteIsAnErrorOrAnotherCanonicalMessage(
            @ForAll("samples") Sample sample, @ForAll @IntRange(min = 1, max = 255) int flip) {
        for (int at = 0; at < sample.bytes().length; at++) {
            byte[] flipped = sample.bytes().clone();
            flipped[at] ^= (byte) flip;
            Decoded decoded = sample.profile().decode(flipped);

            if (decoded instanceof Message message) {
                assertThat(RandomMessages.written(message)).isEqualTo(flipped);
            }
        }
    }

    @Property(tries = 300)
    void anAnswerThatEchoesEverythingDiffersInTypeAndStationsOnly(@ForAll("samples") Sample sample) {
        Message message = (Message) sample.profile().decode(sample.bytes());
        if (message.mti().isAnswered()) {
            Message answer = (Message) sample.profile()
                    .decode(message.answer(message.numbers().toArray()).encode());

            assertThat(answer.mti()).isEqualTo(message.mti().answer());
            message.numbers().forEach(number -> assertThat(answer.text(number)).isEqualTo(message.text(number)));
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.randomValue(RandomMessages::sample);
    }
}
