package dev.holdfast.ledgerapi.contract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of RFC 3986, read strictly. */
public final class PercentCode {

    private static final int ESCAPE_LENGTH = 3;
    private static final int HEX = 16;

    private PercentCode() {}

    /** Decodes a path segment or query part; empty if an escape is broken or the bytes are not UTF-8. */
    public static Optional<String> decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return Optional.of(raw);
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 2);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int value = i + ESCAPE_LENGTH <= raw.length() ? hex(raw.charAt(i + 1), raw.charAt(i + 2)) : -1;
            if (value < 0) {
                return Optional.empty();
            }
            bytes.put((byte) value);
            i += ESCAPE_LENGTH - 1;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int hex(char high, char low) {
        int upper = Character.digit(high, HEX);
        int lower = Character.digit(low, HEX);
        return upper < 0 || lower < 0 || high > 'f' || low > 'f' ? -1 : upper * HEX + lower;
    }
}
