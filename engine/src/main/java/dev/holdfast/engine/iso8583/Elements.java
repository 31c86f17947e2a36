package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Elements as two digits of tag, two digits of length and the value, in characters, each tag at most once. A tag without a
 * shape here is still skipped by its length.
 *
 * @param categorized whether a transaction category code, a letter or a space, may come first
 * @param known what is known of single elements
 */
record Elements(boolean categorized, Map<Integer, Shape> known) implements Shape {

    private static final int TAG_AND_LENGTH = 4;

    /** Reads a table, one element a line. */
    static Elements table(boolean categorized, String lines) {
        return new Elements(
                categorized,
                TableLine.parse(lines).stream()
                        .collect(Collectors.toUnmodifiableMap(
                                TableLine::number,
                                line -> Positional.of(line.format().replace(',', ' ')))));
    }

    /** Returns these elements with one that is made of elements itself. */
    Elements with(int tag, Elements nested) {
        Map<Integer, Shape> more = new HashMap<>(known);
        more.put(tag, nested);
        return new Elements(categorized, Map.copyOf(more));
    }

    @Override
    public boolean check(Cursor cursor, int start, int count) {
        int outer = cursor.element;
        int end = start + count;
        long seenLow = 0;
        long seenHigh = 0;
        int at = start + lead(cursor, start);
        while (at < end) {
            if (!checkTagAndLength(cursor, at, end)) {
                return false;
            }
            int tag = cursor.pair(at);
            cursor.element = outer == 0 ? tag : outer;
            long bit = 1L << (tag & 63);
            if (((tag < 64 ? seenLow : seenHigh) & bit) != 0) {
                return cursor.failIn(at, Reason.DUPLICATE_ELEMENT);
            }
            seenLow |= tag < 64 ? bit : 0;
            seenHigh |= tag < 64 ? 0 : bit;
            int length = cursor.pair(at + 2);
            if (!checkValue(cursor, at, end, tag, length)) {
                return false;
            }
            at += TAG_AND_LENGTH + length;
        }
        cursor.element = outer;
        return true;
    }

    private static boolean checkTagAndLength(Cursor cursor, int at, int end) {
        if (end - at < TAG_AND_LENGTH) {
            return cursor.failIn(at, Reason.BAD_STRUCTURE);
        }
        for (int index = at; index < at + TAG_AND_LENGTH; index++) {
            if (!Content.NUMERIC.allows(0, cursor.unit(index))) {
                return cursor.failIn(index, Reason.BAD_LENGTH);
            }
        }
        return true;
    }

    private boolean checkValue(Cursor cursor, int at, int end, int tag, int length) {
        if (length == 0) {
            return cursor.failIn(at + 2, Reason.LENGTH_ZERO);
        }
        if (length > end - at - TAG_AND_LENGTH) {
            return cursor.failIn(at + 2, Reason.BAD_STRUCTURE);
        }
        Shape shape = known.get(tag);
        return shape == null || shape.check(cursor, at + TAG_AND_LENGTH, length);
    }

    /** Returns 1 if a category code comes first, else 0. What is neither code nor digit, the first tag's check refuses. */
    private int lead(Cursor cursor, int start) {
        char first = cursor.unit(start);
        return categorized && (first == ' ' || (first >= 'A' && first <= 'Z')) ? 1 : 0;
    }

    @Override
    public @Nullable String element(Cursor cursor, int start, int count, int element) {
        int at = find(cursor, start, count, element);
        return at < 0 ? null : cursor.text(at + TAG_AND_LENGTH, cursor.pair(at + 2));
    }

    /** Returns an element of an element, for instance of DE48.42, or null if either is absent. */
    @Nullable
    String part(Cursor cursor, int count, int element, int part) {
        int at = find(cursor, 0, count, element);
        Shape shape = known.get(element);
        return at < 0 || shape == null ? null : shape.element(cursor, at + TAG_AND_LENGTH, cursor.pair(at + 2), part);
    }

    /** Returns the value with these elements; the reader's check must follow. */
    static String write(String lead, SortedMap<Integer, String> elements) {
        StringBuilder text = new StringBuilder(lead);
        elements.forEach((tag, value) ->
                appendPair(appendPair(text, tag), value.length()).append(value));
        return text.toString();
    }

    /** A number above 99 takes three digits, which the check refuses. */
    private static StringBuilder appendPair(StringBuilder text, int number) {
        return text.append(number < 10 ? "0" : "").append(number);
    }

    private int find(Cursor cursor, int start, int count, int element) {
        for (int at = start + lead(cursor, start); at < start + count; at += TAG_AND_LENGTH + cursor.pair(at + 2)) {
            if (cursor.pair(at) == element) {
                return at;
            }
        }
        return -1;
    }
}
