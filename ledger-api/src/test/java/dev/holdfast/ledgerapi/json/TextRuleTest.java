package dev.holdfast.ledgerapi.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", " ", "wallet 1042", "\u00e9", "\u4e2d\u6587", "\uD83D\uDE00", "' or 1=1 --", "\u202e"})
    void takesPrintableText(String text) {
        assertThat(TextRule.problemWith(text, 64)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x09, 0x0a, 0x0d, 0x1f, 0x7f, 0x80, 0x85, 0x9f})
    void refusesTheControlCharacter(int character) {
        assertThat(TextRule.problemWith("a" + Character.toString(character) + "b", 64))
                .isEqualTo("must not have control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "\ud83dx", "\ude00\ud83d", "a\ud83d\ud83d\ude00"})
    void refusesLoneSurrogates(String text) {
        assertThat(TextRule.problemWith(text, 64)).isEqualTo("must be valid Unicode");
    }

    @Test
    void countsCharactersNotCodeUnits() {
        assertThat(TextRule.problemWith("\uD83D\uDE00".repeat(4), 4)).isNull();
        assertThat(TextRule.problemWith("\uD83D\uDE00".repeat(5), 4)).contains("at most 4");
    }

    @Test
    void refusesNothing() {
        assertThat(TextRule.problemWith("", 64)).isEqualTo("must not be empty");
    }
}
