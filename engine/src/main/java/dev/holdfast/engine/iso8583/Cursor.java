package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/** Where one decode stands in its bytes: the position, the value just entered, the first failure. Lives on one stack. */
final class Cursor {

    final byte[] bytes;
    int at;
    int end;
    int field;
    int element;

    /** Items of TLV seen in the value, over all levels. */
    int items;

    /** The value under inspection: its first byte, its units and how they lie in the bytes. */
    int from;

    int units;
    private Encoding encoding = Encoding.RAW;

    private @Nullable Malformed failure;

    Cursor(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Starts over at a field that lies in these bytes. */
    void restart(int field, int from, int to) {
        this.field = field;
        this.element = 0;
        this.at = from;
        this.end = to;
        this.failure = null;
    }

    void enter(Encoding encoding, int from, int units) {
        this.encoding = encoding;
        this.from = from;
        this.units = units;
        this.items = 0;
    }

    int left() {
        return end - at;
    }

    /** Returns a unit of the entered value. */
    char unit(int index) {
        return encoding.unit(bytes, from, units, index);
    }

    /** Returns two digits of the entered value as a number. Their class must have been checked. */
    int pair(int index) {
        return (unit(index) - '0') * 10 + unit(index + 1) - '0';
    }

    String text(int start, int count) {
        return encoding.text(bytes, from, units, start, count);
    }

    /** Notes a failure at the current byte. Returns false, so that a check can end with it. */
    boolean fail(Reason reason) {
        return failAt(at, reason);
    }

    /** Notes a failure at a unit of the entered value. */
    boolean failIn(int index, Reason reason) {
        return failAt(from + encoding.place(units, index), reason);
    }

    /** Notes a failure at a byte; the first failure wins. */
    boolean failAt(int offset, Reason reason) {
        if (failure == null) {
            failure = new Malformed(field, element, offset, reason);
        }
        return false;
    }

    /** Returns the first failure, which the caller knows to exist. */
    Malformed failure() {
        return failure == null ? new Malformed(field, element, at, Reason.BAD_STRUCTURE) : failure;
    }
}
