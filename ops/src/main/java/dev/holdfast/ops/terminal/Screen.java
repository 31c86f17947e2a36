package dev.holdfast.ops.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal's alternate screen, redrawn in place. Closing it brings back what stood there before. */
public final class Screen implements AutoCloseable {

    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[2J";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_REST = "\u001b[J";

    private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");

    private final PrintStream out;
    private boolean entered;
    private boolean closed;

    Screen(PrintStream out) {
        this.out = out;
    }

    /** The screen of standard output, whatever character set Java took the terminal for. */
    public static Screen ofStandardOutput() {
        return new Screen(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8));
    }

    /** Shows a frame; what does not fit is cut off. After closing it does nothing. */
    public synchronized void show(List<String> lines, Size size) {
        if (closed) {
            return;
        }
        StringBuilder frame = new StringBuilder(4_096);
        if (!entered) {
            entered = true;
            frame.append(ENTER);
        }
        frame.append(HOME);
        int shown = Math.min(lines.size(), size.rows());
        for (int i = 0; i < shown; i++) {
            frame.append(i == 0 ? "" : "\r\n")
                    .append(fitted(lines.get(i), size.columns()))
                    .append(CLEAR_LINE);
        }
        out.print(frame.append(CLEAR_REST));
        out.flush();
    }

    /** The line's first so many characters, styles not counted and none cut off. */
    static String fitted(String line, int columns) {
        StringBuilder fitted = new StringBuilder(line.length());
        Matcher style = STYLE.matcher(line);
        int left = columns;
        int from = 0;
        while (style.find()) {
            String text = line.substring(from, style.start());
            fitted.append(text, 0, Math.min(left, text.length())).append(style.group());
            left -= Math.min(left, text.length());
            from = style.end();
        }
        String text = line.substring(from);
        return fitted.append(text, 0, Math.min(left, text.length())).toString();
    }

    @Override
    public synchronized void close() {
        if (entered && !closed) {
            out.print(LEAVE);
            out.flush();
        }
        closed = true;
    }
}
