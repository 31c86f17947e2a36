package dev.holdfast.engine.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks for a secret in text, in every form in which it might get there. */
public final class Canary {

    private final List<String> forms;

    private Canary(Stream<String> forms) {
        this.forms = forms.toList();
    }

    public static Canary of(SecretDigits digits) {
        String text = digits.reveal();
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        return new Canary(Stream.concat(Stream.of(text, Arrays.toString(ascii)), encoded(ascii)));
    }

    public static Canary of(KeyBytes key) {
        byte[] bytes = key.toBytes();
        return new Canary(Stream.concat(
                Stream.of(Arrays.toString(bytes), new String(bytes, StandardCharsets.ISO_8859_1)), encoded(bytes)));
    }

    private static Stream<String> encoded(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        return Stream.of(
                hex,
                hex.toUpperCase(Locale.ROOT),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public void isNotIn(Object shown) {
        assertThat(shown.toString()).doesNotContain(forms);
    }

    /** Neither in the exception, nor in its causes, as a log would print them. */
    public void isNotIn(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            isNotIn((Object) t.toString());
        }
    }
}
