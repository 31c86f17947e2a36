package dev.holdfast.engine.iso8583;

/**
 * How long a field is.
 *
 * @param max units of a fixed field, the most units of a variable one
 * @param prefix {@link LengthPrefix#NONE} for a fixed field
 * @param inBytes whether the prefix counts bytes where a byte holds two digits
 */
record Size(int max, LengthPrefix prefix, boolean inBytes) {

    boolean isFixed() {
        return prefix.width() == 0;
    }

    /** Reads the length prefix, if any. Returns the units, or -1 after noting a failure. */
    int read(Cursor cursor) {
        if (isFixed()) {
            return max;
        }
        int from = cursor.at;
        int length = prefix.read(cursor);
        int units = inBytes ? length * 2 : length;
        if (units > 0 && units <= max) {
            return units;
        }
        if (units >= 0) {
            cursor.failAt(from, units == 0 ? Reason.LENGTH_ZERO : Reason.LENGTH_ABOVE_MAXIMUM);
        }
        return -1;
    }

    /** Whether a value of this many units can be written at all. */
    boolean fits(int units) {
        return isFixed() ? units == max : units > 0 && units <= max && (!inBytes || units % 2 == 0);
    }

    void write(byte[] bytes, int at, int units) {
        if (!isFixed()) {
            prefix.write(bytes, at, inBytes ? units / 2 : units);
        }
    }
}
