package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/**
 * One line of a field table.
 *
 * @param number the data element, or the number inside a sub-bitmap
 * @param encoding of the value
 * @param shape what the value is made of, null if nothing further is known
 */
record FieldSpec(
        int number,
        String name,
        Content content,
        Encoding encoding,
        Size size,
        @Nullable Shape shape) {

    FieldSpec shaped(Shape shape) {
        return new FieldSpec(number, name, content, encoding, size, shape);
    }

    /** Reads and checks the field at the cursor. Returns its span, or {@link Span#NONE} after noting a failure. */
    int read(Cursor cursor) {
        int units = size.read(cursor);
        if (units < 0) {
            return Span.NONE;
        }
        int from = cursor.at;
        int width = encoding.width(units);
        if (cursor.left() < width) {
            cursor.failAt(cursor.end, Reason.TRUNCATED);
            return Span.NONE;
        }
        if (!check(cursor, from, units)) {
            return Span.NONE;
        }
        cursor.at = from + width;
        return Span.of(from, units);
    }

    private boolean check(Cursor cursor, int from, int units) {
        if (content != Content.BINARY && !encoding.check(cursor, from, units, content)) {
            return false;
        }
        cursor.enter(encoding, from, units);
        if (content == Content.HEXADECIMAL && units % 2 == 1) {
            return cursor.failIn(units - 1, Reason.BAD_STRUCTURE);
        }
        return shape == null || shape.check(cursor, 0, units);
    }

    /** Returns the bytes that a value of this many units takes, prefix included. */
    int width(int units) {
        return size.prefix().width() + encoding.width(units);
    }

    /** Returns the units that a text takes. */
    int units(String text) {
        return content == Content.BINARY ? text.length() / 2 : text.length();
    }

    /**
     * Writes prefix and value; the reader's check must follow.
     *
     * @throws IllegalArgumentException if hexadecimal digits are not; the message quotes nothing
     */
    void write(byte[] bytes, int at, String text) {
        size.write(bytes, at, units(text));
        int from = at + size.prefix().width();
        if (content == Content.BINARY) {
            byte[] value = Hexadecimal.parse(number, text);
            System.arraycopy(value, 0, bytes, from, value.length);
        } else {
            encoding.write(bytes, from, text.length(), text);
        }
    }

    /** Returns a checked value: its characters, or the hexadecimal digits of its bytes. */
    String text(byte[] bytes, int span) {
        int from = Span.from(span);
        int units = Span.units(span);
        return content == Content.BINARY
                ? Hexadecimal.format(bytes, from, from + units)
                : encoding.text(bytes, from, units, 0, units);
    }

    @Nullable
    String element(byte[] bytes, int span, int element) {
        if (shape == null) {
            return null;
        }
        Cursor cursor = new Cursor(bytes, bytes.length);
        cursor.enter(encoding, Span.from(span), Span.units(span));
        return shape.element(cursor, 0, Span.units(span), element);
    }
}
