package dev.holdfast.ops.terminal;

import java.util.Map;

/**
 * How things look on a terminal.
 *
 * @param colours whether escape sequences for colours may be used
 * @param levels characters from empty to full, for graphs
 * @param rule the character of a horizontal line
 * @param light the character of a status light
 */
public record Palette(boolean colours, String levels, String rule, String light) {

    private static final String RESET = "\u001b[0m";

    /** For a terminal with this environment; {@code NO_COLOR} is honoured (no-color.org). */
    public static Palette of(Map<String, String> environment) {
        boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return Terminal.speaksUnicode(environment)
                ? new Palette(colours, " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588", "\u2500", "\u25cf")
                : new Palette(colours, " .:-=+*%#", "-", "*");
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String faint(String text) {
        return styled("2", text);
    }

    public String red(String text) {
        return styled("1;31", text);
    }

    public String green(String text) {
        return styled("32", text);
    }

    public String yellow(String text) {
        return styled("33", text);
    }

    public String cyan(String text) {
        return styled("36", text);
    }

    private String styled(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
