package dev.holdfast.engine.iso8583;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a table in text: number, format, name. */
record TableLine(int number, String format, String name) {

    private static final Pattern LINE = Pattern.compile("\\s*(\\d+)\\s+(\\S+)\\s+(.+)");

    /** @throws IllegalArgumentException if a line cannot be read */
    static List<TableLine> parse(String lines) {
        return lines.lines().map(TableLine::parseOne).toList();
    }

    private static TableLine parseOne(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no table line: " + line);
        }
        return new TableLine(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3));
    }
}
