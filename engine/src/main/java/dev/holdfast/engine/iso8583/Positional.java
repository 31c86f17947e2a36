package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Elements at fixed positions, numbered from 1. A value may end early, behind any element from {@code required} on.
 *
 * @param required how many elements must be there
 */
record Positional(int required, List<Part> parts) implements Shape {

    private static final Pattern PART = Pattern.compile("(x\\+n|[a-z]+)(\\d+)(?:-(\\d+))?");

    /** One element; only the last may vary in length. */
    record Part(Content content, int min, int max) {}

    /** Reads {@code "n4 n6 ans6-9"}: contents and lengths in order, all of them required. */
    static Positional of(String parts) {
        List<Part> list = Arrays.stream(parts.split(" ")).map(Positional::part).toList();
        return new Positional(list.size(), list);
    }

    /**
     * Reads a table, one position a line.
     *
     * @throws IllegalArgumentException if the numbers are not 1, 2, 3 and so on
     */
    static Positional table(String lines) {
        List<TableLine> table = TableLine.parse(lines);
        for (int index = 0; index < table.size(); index++) {
            if (table.get(index).number() != index + 1) {
                throw new IllegalArgumentException("position " + (index + 1) + " is missing");
            }
        }
        return of(table.stream().map(TableLine::format).collect(Collectors.joining(" ")));
    }

    Positional requiring(int count) {
        return new Positional(count, parts);
    }

    private static Part part(String notation) {
        Matcher matcher = PART.matcher(notation);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no such part: " + notation);
        }
        Content content = Content.of(matcher.group(1));
        int min = Integer.parseInt(matcher.group(2)) + content.signs();
        String max = matcher.group(3);
        return new Part(content, min, max == null ? min : Integer.parseInt(max));
    }

    @Override
    public boolean check(Cursor cursor, int start, int count) {
        int outer = cursor.element;
        int at = start;
        int end = start + count;
        for (int index = 0; index < parts.size() && (at < end || index < required); index++) {
            cursor.element = outer == 0 ? index + 1 : outer;
            Part part = parts.get(index);
            int length = Math.min(part.max(), end - at);
            if (length < part.min()) {
                return cursor.failIn(at, Reason.BAD_STRUCTURE);
            }
            if (!checkCharacters(cursor, at, length, part.content())) {
                return false;
            }
            at += length;
        }
        cursor.element = outer;
        return at == end || cursor.failIn(at, Reason.BAD_STRUCTURE);
    }

    private static boolean checkCharacters(Cursor cursor, int from, int length, Content content) {
        for (int index = 0; index < length; index++) {
            if (!content.allows(index, cursor.unit(from + index))) {
                return cursor.failIn(from + index, Reason.BAD_CHARACTER);
            }
        }
        return true;
    }

    @Override
    public @Nullable String element(Cursor cursor, int start, int count, int element) {
        int at = start;
        for (int index = 0; index < parts.size() && at < start + count; index++) {
            int length = Math.min(parts.get(index).max(), start + count - at);
            if (index + 1 == element) {
                return cursor.text(at, length);
            }
            at += length;
        }
        return null;
    }
}
