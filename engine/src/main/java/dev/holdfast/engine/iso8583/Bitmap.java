package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/**
 * Which fields a message has. Bit 1, which announces the second bitmap, is derived and not stored.
 *
 * @param low fields 1 to 64, field 1 in the highest bit
 * @param high fields 65 to 128
 */
record Bitmap(long low, long high) {

    private static final long FIRST = Long.MIN_VALUE;
    private static final int BYTES = 8;

    /** Reads one or two bitmaps. Returns null after noting a failure. */
    static @Nullable Bitmap read(Cursor cursor, Encoding encoding) {
        int width = width(encoding);
        int start = cursor.at;
        if (!check(cursor, width, encoding)) {
            return null;
        }
        long low = bits(cursor, encoding);
        if (low == 0) {
            cursor.failAt(start, Reason.EMPTY_BITMAP);
            return null;
        }
        if (low > 0) {
            return new Bitmap(low, 0);
        }
        int second = cursor.at;
        if (!check(cursor, width, encoding)) {
            return null;
        }
        long high = bits(cursor, encoding);
        if (high == 0) {
            cursor.failAt(second, Reason.EMPTY_BITMAP);
            return null;
        }
        return new Bitmap(low & ~FIRST, high);
    }

    private static int width(Encoding encoding) {
        return encoding == Encoding.RAW ? BYTES : 2 * BYTES;
    }

    private static boolean check(Cursor cursor, int width, Encoding encoding) {
        if (cursor.left() < width) {
            return cursor.failAt(cursor.end, Reason.TRUNCATED);
        }
        for (int index = 0; encoding != Encoding.RAW && index < width; index++) {
            if (!Content.HEXADECIMAL.allows(0, encoding.unit(cursor.bytes, cursor.at, width, index))) {
                return cursor.failAt(cursor.at + index, Reason.BAD_BITMAP);
            }
        }
        return true;
    }

    private static long bits(Cursor cursor, Encoding encoding) {
        int width = width(encoding);
        long bits = 0;
        for (int index = 0; index < width; index++) {
            char unit = encoding.unit(cursor.bytes, cursor.at, width, index);
            bits = encoding == Encoding.RAW ? bits << 8 | unit : bits << 4 | Character.digit(unit, 16);
        }
        cursor.at += width;
        return bits;
    }

    boolean has(int number) {
        return ((number <= 64 ? low : high) & bit(number)) != 0;
    }

    /** Returns the lowest field above this one, or 0 if there is none. */
    int after(int number) {
        int next = number < 64 ? first(low & (-1L >>> number)) : 0;
        if (next != 0) {
            return next;
        }
        int second = number < 64 ? first(high) : number < 128 ? first(high & (-1L >>> (number - 64))) : 0;
        return second == 0 ? 0 : second + 64;
    }

    private static int first(long bits) {
        return bits == 0 ? 0 : Long.numberOfLeadingZeros(bits) + 1;
    }

    int size() {
        return Long.bitCount(low) + Long.bitCount(high);
    }

    /** Returns how many fields are below this one. */
    int rank(int number) {
        return number <= 64
                ? Long.bitCount(low & ~(-1L >>> (number - 1)))
                : Long.bitCount(low) + Long.bitCount(high & ~(-1L >>> (number - 65)));
    }

    static long bit(int number) {
        return FIRST >>> ((number - 1) & 63);
    }

    int writtenBytes(Encoding encoding) {
        return high == 0 ? width(encoding) : 2 * width(encoding);
    }

    void write(byte[] bytes, int at, Encoding encoding) {
        writeOne(bytes, at, encoding, high == 0 ? low : low | FIRST);
        if (high != 0) {
            writeOne(bytes, at + width(encoding), encoding, high);
        }
    }

    private static void writeOne(byte[] bytes, int at, Encoding encoding, long bits) {
        int width = width(encoding);
        int step = 64 / width;
        for (int index = 0; index < width; index++) {
            int value = (int) (bits >>> (64 - step * (index + 1))) & ((1 << step) - 1);
            char unit = encoding == Encoding.RAW ? (char) value : "0123456789ABCDEF".charAt(value);
            encoding.put(bytes, at, width, index, unit);
        }
    }
}
