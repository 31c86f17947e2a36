package dev.holdfast.engine.hsm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;

class PinFieldTest {

    private static final PinField FORMAT_0 = new PinField(0, 0xF);

    @Test
    void readsFourToTwelveDigits() {
        assertThat(read("041234FFFFFFFFFF")).isEqualTo("1234");
        assertThat(read("0C123456789012FF")).isEqualTo("123456789012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "141234FFFFFFFFFF",
                "03123FFFFFFFFFFF",
                "0D1234567890123F",
                "0F12345678901234",
                "00FFFFFFFFFFFFFF",
                "04123AFFFFFFFFFF",
                "0412345FFFFFFFFF",
                "041234FFFFFFFFF0",
                "051234FFFFFFFFFF"
            })
    void refusesAnyWrongNibble(String field) {
        assertThat(FORMAT_0.read(HexFormat.of().parseHex(field))).isEmpty();
    }

    private static String read(String field) {
        return FORMAT_0.read(HexFormat.of().parseHex(field))
                .orElseThrow()
                .digits()
                .reveal();
    }
}
