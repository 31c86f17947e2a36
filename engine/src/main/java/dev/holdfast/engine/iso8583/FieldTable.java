package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a profile or of a sub-bitmap, by number. Read from text, one line per field: number, format, name. The
 * format is ISO 8583's own notation: {@code n6} is six digits, {@code ans..25} up to 25 characters behind a length of two
 * digits, {@code b...255} up to 255 bytes behind one of three, {@code MMDD} a date. {@code /bytes} says that the length
 * counts bytes and not digits.
 */
final class FieldTable {

    static final int LAST = 128;

    /**
     * What may be printed. All of fixed length and at most 12 characters, so that a hostile sender cannot place a card
     * number, which has 13 or more digits in practice, in any of them: type, amounts, times, trace and reference
     * numbers, codes.
     */
    private static final Set<Integer> PRINTABLE =
            Set.of(3, 4, 5, 6, 7, 11, 12, 13, 15, 18, 19, 22, 25, 37, 38, 39, 49, 50, 51, 70);

    private static final Pattern FORMAT = Pattern.compile("(x\\+n|[a-z]+)(\\.{2,3})?(\\d+)(/bytes)?");
    private static final Pattern DATE = Pattern.compile("(YY|MM|DD|hh|mm|ss)+");

    private final @Nullable FieldSpec[] specs = new FieldSpec[LAST + 1];

    private FieldTable() {}

    /** @throws IllegalArgumentException if a line cannot be read or a number comes twice */
    static FieldTable parse(Dialect dialect, String lines) {
        FieldTable table = new FieldTable();
        TableLine.parse(lines).forEach(line -> table.add(parseLine(dialect, line)));
        return table;
    }

    private void add(FieldSpec spec) {
        if (specs[spec.number()] != null) {
            throw new IllegalArgumentException("field " + spec.number() + " twice");
        }
        specs[spec.number()] = spec;
    }

    /** Returns this table with a field whose content has a form of its own. */
    FieldTable with(int number, Shape shape) {
        FieldTable table = new FieldTable();
        System.arraycopy(specs, 0, table.specs, 0, specs.length);
        table.specs[number] = get(number).shaped(shape);
        return table;
    }

    private static FieldSpec parseLine(Dialect dialect, TableLine line) {
        String format = line.format();
        return DATE.matcher(format).matches()
                ? parseFormat(dialect, line.number(), "n" + format.length(), line.name())
                        .shaped(new DatePattern(format))
                : parseFormat(dialect, line.number(), format, line.name());
    }

    private static FieldSpec parseFormat(Dialect dialect, int number, String format, String name) {
        Matcher matcher = FORMAT.matcher(format);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no format: " + format);
        }
        Content content = Content.of(matcher.group(1));
        int length = Integer.parseInt(matcher.group(3)) + content.signs();
        String dots = matcher.group(2);
        LengthPrefix prefix = dots == null ? LengthPrefix.NONE : dots.length() == 2 ? dialect.two() : dialect.three();
        Size size = new Size(length, prefix, matcher.group(4) != null);
        return new FieldSpec(number, name, content, dialect.encodingOf(content), size, null);
    }

    /** Returns the field, or null if the table has none of this number. */
    @Nullable
    FieldSpec find(int number) {
        return number >= 0 && number <= LAST ? specs[number] : null;
    }

    /**
     * Returns the field.
     *
     * @throws IllegalArgumentException if the table has none of this number
     */
    FieldSpec get(int number) {
        FieldSpec spec = find(number);
        if (spec == null) {
            throw new IllegalArgumentException("the profile has no DE" + number);
        }
        return spec;
    }

    static boolean isPrintable(int number) {
        return PRINTABLE.contains(number);
    }
}
