package dev.holdfast.engine.iso8583;

import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;

import static org.assertj.core.api.Assertions.assertThat;

class EbcdicTest {

    private static final Charset CODE_PAGE_1047 = Charset.forName("IBM1047");

    @Test
    void isCodePage1047ForEveryPrintableCharacter() {
        for (char character = ' '; character <= '~'; character++) {
            byte expected = String.valueOf(character).getBytes(CODE_PAGE_1047)[0];

            assertThat(Ebcdic.BYTES[character]).isEqualTo(expected);
            assertThat(Ebcdic.CHARACTERS[expected & 0xFF]).isEqualTo(character);
        }
    }

    @Test
    void hasNoCharacterForAnyOtherByte() {
        int characters = 0;
        for (char character : Ebcdic.CHARACTERS) {
            characters += character == Encoding.NONE ? 0 : 1;
        }
        assertThat(characters).isEqualTo('~' - ' ' + 1);
    }
}
