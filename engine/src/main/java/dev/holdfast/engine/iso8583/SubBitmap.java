package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.SortedMap;

/**
 * A field that starts with a bitmap of its own, followed by the fields whose bits are set.
 *
 * @param width bytes of the bitmap, at most 8
 * @param table the fields by bit, from 1
 */
record SubBitmap(int width, FieldTable table) implements Shape {

    @Override
    public boolean check(Cursor cursor, int start, int count) {
        int end = cursor.end;
        cursor.at = cursor.from + start;
        cursor.end = cursor.at + count;
        if (count < width) {
            return cursor.failAt(cursor.end, Reason.BAD_STRUCTURE);
        }
        long bits = bits(cursor);
        if (bits == 0) {
            return cursor.fail(Reason.EMPTY_BITMAP);
        }
        cursor.at += width;
        for (; bits != 0; bits &= ~lowestField(bits)) {
            cursor.element = number(bits);
            FieldSpec spec = table.find(cursor.element);
            if (spec == null) {
                return cursor.fail(Reason.UNKNOWN_FIELD);
            }
            if (spec.read(cursor) == Span.NONE) {
                return false;
            }
        }
        cursor.element = 0;
        boolean complete = cursor.at == cursor.end || cursor.fail(Reason.BAD_STRUCTURE);
        cursor.end = end;
        return complete;
    }

    @Override
    public @Nullable String element(Cursor cursor, int start, int count, int element) {
        cursor.at = cursor.from + start;
        long bits = bits(cursor);
        cursor.at += width;
        for (; bits != 0; bits &= ~lowestField(bits)) {
            FieldSpec spec = table.get(number(bits));
            int span = spec.read(cursor);
            if (spec.number() == element) {
                return spec.text(cursor.bytes, span);
            }
        }
        return null;
    }

    /** Returns the value with these elements; the reader's check must follow. */
    byte[] write(SortedMap<Integer, String> elements) {
        int length = width;
        for (Map.Entry<Integer, String> element : elements.entrySet()) {
            FieldSpec spec = table.get(element.getKey());
            if (!spec.size().fits(spec.units(element.getValue()))) {
                throw new IllegalArgumentException("element " + spec.number() + ": " + Reason.BAD_LENGTH);
            }
            length += spec.width(spec.units(element.getValue()));
        }
        byte[] bytes = new byte[length];
        int at = width;
        for (Map.Entry<Integer, String> element : elements.entrySet()) {
            FieldSpec spec = table.get(element.getKey());
            int bit = spec.number() - 1;
            bytes[bit >> 3] |= (byte) (0x80 >>> (bit & 7));
            spec.write(bytes, at, element.getValue());
            at += spec.width(spec.units(element.getValue()));
        }
        return bytes;
    }

    private long bits(Cursor cursor) {
        long bits = 0;
        for (int index = 0; index < width; index++) {
            bits |= (cursor.bytes[cursor.at + index] & 0xFFL) << (56 - 8 * index);
        }
        return bits;
    }

    /** The highest bit is the lowest field. */
    private static long lowestField(long bits) {
        return Long.highestOneBit(bits);
    }

    private static int number(long bits) {
        return Long.numberOfLeadingZeros(bits) + 1;
    }
}
