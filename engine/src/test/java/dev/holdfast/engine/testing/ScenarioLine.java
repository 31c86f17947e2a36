package dev.holdfast.engine.testing;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One line of a scenario.
 *
 * @param place file and line, for the message of a failure
 * @param words the operation and its plain words, in order
 * @param options the {@code name=value} words before the arrow
 * @param outcome the plain words after the arrow
 * @param expected the {@code name=value} words after the arrow
 */
record ScenarioLine(
        String place, List<String> words, Map<String, String> options, String outcome, Map<String, String> expected) {

    private static final String ARROW = "->";

    static ScenarioLine parse(String place, String line) {
        int arrow = line.indexOf(ARROW);
        String request = arrow < 0 ? line : line.substring(0, arrow);
        String answer = arrow < 0 ? "" : line.substring(arrow + ARROW.length());
        return new ScenarioLine(
                place, plain(request), options(request), String.join(" ", plain(answer)), options(answer));
    }

    private static List<String> plain(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && word.indexOf('=') < 0)
                .toList();
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> word.indexOf('=') >= 0)
                .forEach(word ->
                        options.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
        return options;
    }

    String word(int index) {
        if (index >= words.size()) {
            throw new IllegalArgumentException(place + ": too few words");
        }
        return words.get(index);
    }

    @Nullable
    String option(String name) {
        return options.get(name);
    }

    String expected(String name) {
        return Objects.requireNonNull(expected.get(name), place + ": no " + name);
    }
}
