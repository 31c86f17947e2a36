package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/**
 * A date or time of day in pairs of digits. Only each pair's range is checked: without a year, 29 February may be right.
 *
 * @param pattern of YY, MM, DD, hh, mm, ss
 */
record DatePattern(String pattern) implements Shape {

    @Override
    public boolean check(Cursor cursor, int start, int count) {
        for (int index = 0; index < count; index += 2) {
            if (!inRange(pattern.charAt(index), cursor.pair(start + index))) {
                return cursor.failIn(start + index, Reason.BAD_DATE);
            }
        }
        return true;
    }

    private static boolean inRange(char unit, int value) {
        return switch (unit) {
            case 'M' -> value >= 1 && value <= 12;
            case 'D' -> value >= 1 && value <= 31;
            case 'h' -> value <= 23;
            case 'm', 's' -> value <= 59;
            default -> true;
        };
    }

    @Override
    public @Nullable String element(Cursor cursor, int start, int count, int element) {
        return null;
    }
}
