package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/**
 * Chip data: BER-TLV items as EMV uses them, with definite lengths in their shortest form. Elements are tags, for
 * instance {@code 0x9F26}; values are hexadecimal. A tag stands once at the top, and may repeat inside a template.
 */
record BerTlv() implements Shape {

    private static final int MOST_ITEMS = 64;
    private static final int MOST_LEVELS = 2;

    @Override
    public boolean check(Cursor cursor, int start, int count) {
        return checkLevel(cursor, cursor.from + start, cursor.from + start + count, 1);
    }

    private boolean checkLevel(Cursor cursor, int start, int end, int level) {
        for (int at = start; at < end; at = next(cursor.bytes, at)) {
            if (!checkItem(cursor, at, end)) {
                return false;
            }
            int tag = tag(cursor.bytes, at);
            cursor.element = tag;
            if (level == 1 && find(cursor.bytes, start, at, tag) >= 0) {
                return cursor.failAt(at, Reason.DUPLICATE_ELEMENT);
            }
            if (++cursor.items > MOST_ITEMS) {
                return cursor.failAt(at, Reason.TOO_MANY_ELEMENTS);
            }
            if ((cursor.bytes[at] & 0x20) != 0 && !checkTemplate(cursor, at, level)) {
                return false;
            }
        }
        cursor.element = 0;
        return true;
    }

    private boolean checkTemplate(Cursor cursor, int at, int level) {
        return level == MOST_LEVELS
                ? cursor.failAt(at, Reason.TOO_DEEP)
                : checkLevel(cursor, value(cursor.bytes, at), next(cursor.bytes, at), level + 1);
    }

    /** Checks one item's tag and length against the bytes that are left, before anything reads it. */
    private static boolean checkItem(Cursor cursor, int at, int end) {
        byte[] bytes = cursor.bytes;
        int length = at + 1;
        if (bytes[at] == 0 || bytes[at] == (byte) 0xFF) {
            return cursor.failAt(at, Reason.BAD_STRUCTURE);
        }
        if ((bytes[at] & 0x1F) == 0x1F) {
            // Two tag bytes at most: EMV has no longer ones.
            if (length == end || bytes[length] < 0) {
                return cursor.failAt(at, Reason.BAD_STRUCTURE);
            }
            length++;
        }
        if (length == end) {
            return cursor.failAt(length, Reason.BAD_STRUCTURE);
        }
        int first = bytes[length] & 0xFF;
        boolean isLong = first == 0x81;
        if (first > 0x81 || first == 0x80 || (isLong && (length + 1 == end || bytes[length + 1] >= 0))) {
            return cursor.failAt(length, Reason.BAD_LENGTH);
        }
        return next(bytes, at) <= end || cursor.failAt(length, Reason.BAD_STRUCTURE);
    }

    @Override
    public @Nullable String element(Cursor cursor, int start, int count, int element) {
        byte[] bytes = cursor.bytes;
        int at = find(bytes, cursor.from + start, cursor.from + start + count, element);
        return at < 0 ? null : Hexadecimal.format(bytes, value(bytes, at), next(bytes, at));
    }

    private static int find(byte[] bytes, int start, int end, int tag) {
        for (int at = start; at < end; at = next(bytes, at)) {
            if (tag(bytes, at) == tag) {
                return at;
            }
        }
        return -1;
    }

    private static int tag(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        return (first & 0x1F) == 0x1F ? first << 8 | bytes[at + 1] : first;
    }

    private static int lengthAt(byte[] bytes, int at) {
        return (bytes[at] & 0x1F) == 0x1F ? at + 2 : at + 1;
    }

    private static int value(byte[] bytes, int at) {
        int length = lengthAt(bytes, at);
        return bytes[length] < 0 ? length + 2 : length + 1;
    }

    private static int next(byte[] bytes, int at) {
        int length = lengthAt(bytes, at);
        return bytes[length] < 0 ? length + 2 + (bytes[length + 1] & 0xFF) : length + 1 + bytes[length];
    }
}
