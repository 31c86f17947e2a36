package dev.holdfast.ops.terminal;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ScreenTest {

    private static final Palette COLOURED = new Palette(true, " #", "-", "*");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(bytes, false, StandardCharsets.UTF_8));

    @Test
    void showsNoMoreLinesThanTheTerminalHas() {
        screen.show(List.of("one", "two", "three"), new Size(80, 2));
        assertThat(shown()).contains("one").contains("two").doesNotContain("three");
    }

    @Test
    void endsWithoutANewLineSoThatNothingScrolls() {
        screen.show(List.of("one", "two"), new Size(80, 2));
        assertThat(shown()).endsWith("two\u001b[K\u001b[J");
    }

    @Test
    void cutsTextAndKeepsStyles() {
        String line = COLOURED.red("abc") + "def" + COLOURED.green("ghi");
        assertThat(Screen.fitted(line, 4)).isEqualTo(COLOURED.red("abc") + "d" + COLOURED.green(""));
    }

    @Test
    void restoresTheTerminalOnceWhenClosed() {
        screen.show(List.of("one"), Size.USUAL);
        screen.close();
        screen.close();
        screen.show(List.of("two"), Size.USUAL);
        assertThat(shown()).endsWith("\u001b[?25h\u001b[?1049l").doesNotContain("two");
    }

    @Test
    void doesNotTouchTheTerminalWhenNothingWasShown() {
        screen.close();
        assertThat(shown()).isEmpty();
    }

    @Test
    void takesAnOddSizeForTheUsualOne() {
        assertThat(Size.parse("40 120\n")).isEqualTo(new Size(120, 40));
        assertThat(Size.parse("0 0\n")).isEqualTo(Size.USUAL);
        assertThat(Size.parse("stty: no")).isEqualTo(Size.USUAL);
        assertThat(Size.parse("")).isEqualTo(Size.USUAL);
    }

    @Test
    void speaksUnicodeAsTheLocaleSays() {
        assertThat(Terminal.speaksUnicode(Map.of("LANG", "de_DE.UTF-8"))).isTrue();
        assertThat(Terminal.speaksUnicode(Map.of("LANG", "C.utf8"))).isTrue();
        assertThat(Terminal.speaksUnicode(Map.of("LANG", "en_US.UTF-8", "LC_ALL", "C")))
                .isFalse();
        assertThat(Terminal.speaksUnicode(Map.of())).isFalse();
    }

    @Test
    void usesNoColoursWhenAskedNotTo() {
        assertThat(Palette.of(Map.of("NO_COLOR", "1")).red("text")).isEqualTo("text");
        assertThat(Palette.of(Map.of()).red("text")).isEqualTo("\u001b[1;31mtext\u001b[0m");
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
