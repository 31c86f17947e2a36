package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/**
 * Data sets: an identifier of one byte, a length of two, the content. Data set 01 is chip data ({@link BerTlv}), and its
 * tags are the elements; others are skipped by their length.
 */
record Datasets(BerTlv chip) implements Shape {

    private static final int CHIP = 0x01;
    private static final int HEAD = 3;

    @Override
    public boolean check(Cursor cursor, int start, int count) {
        int end = start + count;
        for (int at = start; at < end; at += HEAD + length(cursor, at)) {
            if (end - at < HEAD || length(cursor, at) > end - at - HEAD) {
                return cursor.failIn(at, Reason.BAD_STRUCTURE);
            }
            if (length(cursor, at) == 0) {
                return cursor.failIn(at + 1, Reason.LENGTH_ZERO);
            }
            if (find(cursor, start, at, cursor.unit(at)) >= 0) {
                return cursor.failIn(at, Reason.DUPLICATE_ELEMENT);
            }
            if (cursor.unit(at) == CHIP && !chip.check(cursor, at + HEAD, length(cursor, at))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable String element(Cursor cursor, int start, int count, int element) {
        int at = find(cursor, start, start + count, CHIP);
        return at < 0 ? null : chip.element(cursor, at + HEAD, length(cursor, at), element);
    }

    private static int find(Cursor cursor, int start, int end, int identifier) {
        for (int at = start; at < end; at += HEAD + length(cursor, at)) {
            if (cursor.unit(at) == identifier) {
                return at;
            }
        }
        return -1;
    }

    private static int length(Cursor cursor, int at) {
        return cursor.unit(at + 1) << 8 | cursor.unit(at + 2);
    }
}
