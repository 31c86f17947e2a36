package dev.holdfast.ops.terminal;

import java.util.ArrayList;
import java.util.List;

/** A series as columns of block characters, newest to the right. */
public final class Graph {

    private Graph() {}

    /**
     * Draws the newest values.
     *
     * @param values oldest first; the highest shown fills the height
     * @param width columns, one value each
     * @param height rows
     * @param levels characters from empty to full
     * @return {@code height} lines of {@code width} characters, top first
     */
    public static List<String> of(List<Double> values, int width, int height, String levels) {
        List<Double> shown = values.subList(Math.max(0, values.size() - width), values.size());
        double most = shown.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        int steps = levels.length() - 1;
        List<String> lines = new ArrayList<>();
        for (int row = height - 1; row >= 0; row--) {
            StringBuilder line = new StringBuilder(" ".repeat(width - shown.size()));
            for (double value : shown) {
                long filled = most <= 0 ? 0 : Math.round(value / most * height * steps) - (long) row * steps;
                // What is above zero is to be seen, however little it is.
                long least = row == 0 && value > 0 ? 1 : 0;
                line.append(levels.charAt((int) Math.min(steps, Math.max(least, filled))));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
