package dev.holdfast.engine.iso8583;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class FramingTest {

    @ParameterizedTest
    @EnumSource(Framing.class)
    void saysTheLengthThatItWrote(Framing framing) {
        for (int length : new int[] {0, 1, 255, 256, 40_000}) {
            byte[] framed = framing.frame(new byte[length]);

            assertThat(framed).hasSize(framing.prefixBytes() + length);
            assertThat(framing.messageBytes(framed, 0)).isEqualTo(length);
        }
    }
}
