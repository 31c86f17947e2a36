package dev.holdfast.ops.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of a terminal, in characters. */
public record Size(int columns, int rows) {

    /** What every terminal can show. */
    public static final Size USUAL = new Size(80, 24);

    private static final Pattern STTY = Pattern.compile("([0-9]{1,4}) ([0-9]{1,4})\\s*");

    /** {@code stty size} prints rows before columns. */
    static Size parse(String stty) {
        Matcher numbers = STTY.matcher(stty);
        if (!numbers.matches()) {
            return USUAL;
        }
        Size told = new Size(Integer.parseInt(numbers.group(2)), Integer.parseInt(numbers.group(1)));
        // A terminal that does not know its size says 0.
        return told.columns < 20 || told.rows < 5 ? USUAL : told;
    }
}
