package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/**
 * Groups of one form, one behind the other; element 1 is the first group.
 *
 * @param width units of one group
 * @param most groups of one value
 */
record Repeated(Positional group, int width, int most) implements Shape {

    @Override
    public boolean check(Cursor cursor, int start, int count) {
        int groups = count / width;
        if (count % width != 0) {
            return cursor.failIn(start + groups * width, Reason.BAD_STRUCTURE);
        }
        if (groups > most) {
            return cursor.failIn(start + most * width, Reason.TOO_MANY_ELEMENTS);
        }
        for (int index = 0; index < groups; index++) {
            cursor.element = index + 1;
            if (!group.check(cursor, start + index * width, width)) {
                return false;
            }
        }
        cursor.element = 0;
        return true;
    }

    @Override
    public @Nullable String element(Cursor cursor, int start, int count, int element) {
        return element >= 1 && element <= count / width ? cursor.text(start + (element - 1) * width, width) : null;
    }
}
