package dev.holdfast.engine.iso8583;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class MalformedAnswerTest {

    private static Optional<Message> answer(Profile profile, byte[] bytes) {
        return profile.answerMalformed(bytes, 0, bytes.length)
                .map(answer -> answer.set(39, "30").build());
    }

    private static byte[] change(byte[] bytes, String from, String to) {
        String hex = Hexadecimal.format(bytes, 0, bytes.length);
        assertThat(hex).contains(from);
        return Vectors.hex(hex.replaceFirst(from, to));
    }

    @Test
    void repeatsWhatStoodBeforeTheBadFieldAndNoCardData() {
        byte[] bad = change(Vectors.MASTERCARD_AUTHORIZATION, "E3C5D9D4", "E300D9D4");

        assertThat(answer(Profiles.MASTERCARD_STYLE, bad)).hasValueSatisfying(answer -> {
            assertThat(answer.mti()).isEqualTo(Mti.of("0110"));
            assertThat(answer.numbers()).containsExactly(7, 11, 32, 37, 39);
            assertThat(answer.text(11)).isEqualTo("000042");
        });
    }

    @Test
    void swapsTheStationsOfAHeader() {
        byte[] bad = change(Vectors.VISA_AUTHORIZATION, "0051", "1051");

        assertThat(answer(Profiles.VISA_STYLE, bad)).hasValueSatisfying(answer -> {
            assertThat(answer.header()).hasToString("111111>222222");
            assertThat(answer.numbers()).containsExactly(7, 11, 39);
        });
    }

    @Test
    void staysSilentUnlessTypeTimeAndTraceWereRead() {
        byte[] good = Vectors.MASTERCARD_AUTHORIZATION;
        assertThat(answer(Profiles.MASTERCARD_STYLE, change(good, "F0F0F0F0F4F2", "F0F0F0F0F400")))
                .isEmpty();
        assertThat(answer(Profiles.MASTERCARD_STYLE, change(good, "F0F1F0F0", "F1F1F0F0")))
                .isEmpty();
        assertThat(answer(Profiles.MASTERCARD_STYLE, change(good, "7620440", "7420440")))
                .isEmpty();
        assertThat(answer(Profiles.MASTERCARD_STYLE, new byte[Message.MAX_BYTES + 1]))
                .isEmpty();
    }

    @Test
    void staysSilentToAnAnswer() {
        byte[] bad = change(Vectors.MASTERCARD_AUTHORIZATION, "F0F1F0F0", "F0F1F1F0");

        assertThat(answer(Profiles.MASTERCARD_STYLE, Arrays.copyOf(bad, bad.length - 1)))
                .isEmpty();
    }

    @Test
    void neverThrowsWhateverTheBytes() {
        Random random = new Random(12);
        for (int count = 0; count < 20_000; count++) {
            RandomMessages.Sample sample = RandomMessages.sample(random);
            byte[] bytes = sample.bytes().clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            int to = random.nextInt(bytes.length + 1);
            sample.profile()
                    .answerMalformed(bytes, 0, to)
                    .ifPresent(answer ->
                            assertThat(answer.set(39, "30").build().has(11)).isTrue());
        }
    }
}
