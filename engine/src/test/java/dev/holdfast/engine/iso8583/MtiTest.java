package dev.holdfast.engine.iso8583;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MtiTest {

    @ParameterizedTest
    @CsvSource({
        "0100, 0110",
        "0101, 0110",
        "0120, 0130",
        "0121, 0130",
        "0400, 0410",
        "0420, 0430",
        "0800, 0810",
        "0302, 0312",
        "0303, 0312"
    })
    void isAnsweredByTheNextFunctionToTheSameOrigin(String asked, String answer) {
        assertThat(Mti.of(asked).isAnswered()).isTrue();
        assertThat(Mti.of(asked).answer()).isEqualTo(Mti.of(answer)).hasToString(answer);
    }

    @Test
    void isNotAnsweredIfItIsAnAnswer() {
        assertThat(Mti.of("0110").isAnswered()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Mti.of("0110").answer());
    }

    @Test
    void isARepeatIfItsOriginIsOdd() {
        assertThat(Mti.of("0121").isRepeat()).isTrue();
        assertThat(Mti.of("0120").isRepeat()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1100", "0000", "0900", "0106", "100", "01000", "01A0", ""})
    void isRefusedOutsideVersionZero(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> Mti.of(digits));
    }
}
