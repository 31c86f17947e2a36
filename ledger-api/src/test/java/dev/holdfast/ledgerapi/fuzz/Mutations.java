package dev.holdfast.ledgerapi.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils bodies. All randomness comes from one seeded source. */
final class Mutations {

    /** Where a value belongs, one of these is put. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "\"1\"",
            "[]",
            "{}",
            "[[[[]]]]",
            "0",
            "-0",
            "-1",
            "1e999999999",
            "-1e-999999999",
            "1e99999999999999999999",
            "9".repeat(999),
            "9".repeat(2000),
            "0." + "0".repeat(900) + "1",
            "NaN",
            "Infinity",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(5000) + "\"",
            "\"\\u007f\"",
            "1.0000000000000001",
            "\"PHP\"");

    private static final List<String> BAD_UTF8 =
            List.of("\u00ff", "\u00c3(", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080", "\u0080");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A proper beginning of an object, which is never an object. */
    byte[] truncated(String body) {
        byte[] bytes = utf8(body);
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    /** The object with its first member named once more at the end. */
    byte[] withDuplicateMember(String body) {
        String member = body.substring(1, body.indexOf(','));
        return utf8(body.substring(0, body.length() - 1) + "," + member + "}");
    }

    /** The object with bytes that are not UTF-8 in a string. */
    byte[] withBadUtf8(String body) {
        int at = body.indexOf("\":\"") + 3;
        String bad = BAD_UTF8.get(random.nextInt(BAD_UTF8.size()));
        return (body.substring(0, at) + bad + body.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] nested() {
        String open = random.nextBoolean() ? "[" : "{\"a\":";
        return utf8("{\"amount\":" + open.repeat(20 + random.nextInt(10_000)));
    }

    byte[] randomBytes() {
        byte[] bytes = new byte[random.nextInt(2000)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The object with something done to it; what comes out may or may not be valid. */
    byte[] changed(String body) {
        byte[] bytes = utf8(body);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = switch (random.nextInt(5)) {
                case 0 -> withByte(bytes);
                case 1 -> withoutChunk(bytes);
                case 2 -> withChunkTwice(bytes);
                default -> withOtherValue(bytes);
            };
        }
        return bytes;
    }

    private byte[] withByte(byte[] bytes) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private byte[] withoutChunk(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(10));
        return join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private byte[] withChunkTwice(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        return join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** Puts another value after one of the colons, up to the next comma or brace. */
    private byte[] withOtherValue(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int colon = text.indexOf(':', random.nextInt(text.length() + 1));
        if (colon < 0) {
            return bytes;
        }
        int end = colon + 1;
        while (end < text.length() && ",}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return (text.substring(0, colon + 1) + value + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
