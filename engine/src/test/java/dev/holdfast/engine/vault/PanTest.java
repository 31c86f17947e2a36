package dev.holdfast.engine.vault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"4111111111111111", "5555555555554444", "378282246310005", "6304000000000000000", "999999000006"
            })
    void takesNumbersWithAValidCheckDigit(String digits) {
        assertThat(Pan.parse(digits))
                .get()
                .extracting(pan -> pan.digits().reveal())
                .isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "4111111111111112",
                "41111111111",
                "41111111111111111111",
                "4111 1111 1111 1111",
                "411111111111111a",
                "-411111111111111",
                "\u0664111111111111111",
                "4111111111111\uff11\uff11\uff11"
            })
    void refusesAnythingElse(String text) {
        assertThat(Pan.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4111111111111111,411111******1111",
        "378282246310005,378282*****0005",
        "999999000006,********0006",
        "6304000000000000000,630400*********0000"
    })
    void showsFirstSixAndLastFourWhereEnoughStaysHidden(String digits, String mask) {
        Pan pan = Pans.pan(digits);

        assertThat(pan.masked()).isEqualTo(mask);
        assertThat(pan).hasToString(mask);
        assertThat(pan.lastFour()).isEqualTo(mask.substring(mask.length() - 4));
    }

    @Test
    void isEqualToTheSameNumberAlone() {
        assertThat(Pans.pan("4111111111111111"))
                .isEqualTo(Pans.pan("4111111111111111"))
                .hasSameHashCodeAs(Pans.pan("4111111111111111"))
                .isNotEqualTo(Pans.pan("5555555555554444"));
    }

    @Test
    void cannotBeUsedOnceWiped() {
        Pan pan = Pans.pan("4111111111111111");

        pan.wipe();

        assertThat(pan).hasToString("Pan[wiped]");
        assertThatThrownBy(() -> pan.digits().toBytes()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> pan.digits().reveal()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(pan::masked).isInstanceOf(IllegalStateException.class);
    }
}
