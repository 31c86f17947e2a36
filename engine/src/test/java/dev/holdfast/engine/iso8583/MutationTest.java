package dev.holdfast.engine.iso8583;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Hostile bytes by the hundred thousand: nothing may be thrown, and what is taken must be canonical. */
class MutationTest {

    private static final long SEED = 8583;
    private static final int MESSAGES = 400;
    private static final int MUTANTS_EACH = 500;

    @Test
    void neitherThrowsNorTakesAnythingThatIsNotCanonical() {
        Random random = new Random(SEED);
        int taken = 0;
        for (int message = 0; message < MESSAGES; message++) {
            RandomMessages.Sample sample = RandomMessages.sample(random);
            for (int mutant = 0; mutant < MUTANTS_EACH; mutant++) {
                byte[] bytes = mutated(sample.bytes(), random);
                if (sample.profile().decode(bytes) instanceof Message decoded) {
                    taken++;
                    assertThat(RandomMessages.written(decoded)).isEqualTo(bytes);
                    decoded.numbers().forEach(number -> readElements(decoded, number));
                }
            }
        }
        assertThat(taken).isBetween(1, MESSAGES * MUTANTS_EACH - 1);
    }

    /** What was taken can be read to the last element. */
    private static void readElements(Message message, int number) {
        for (int element = 0; element <= 20; element++) {
            message.element(number, element);
            message.element(number, element, 1);
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutant = bytes.clone();
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(5)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt(256);
                case 2 -> mutant[at] = (byte) 0xFF;
                case 3 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                default -> System.arraycopy(mutant, 0, mutant, at / 2, at - at / 2);
            }
        }
        return mutant;
    }

    @Test
    void refusesNoiseOfEveryLength() {
        Random random = new Random(SEED);
        for (int length = 0; length <= 300; length++) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            for (Profile profile : RandomMessages.PROFILES) {
                assertThat(profile.decode(noise)).isInstanceOf(Malformed.class);
            }
        }
    }
}
