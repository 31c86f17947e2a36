package dev.holdfast.engine.vault;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text of a key file: a title with its version, then a key a line.
 *
 * <pre>
 * holdfast-vault-keys 1 development
 * # what follows a hash sign at the start of a line is a remark
 * encryption 2 current BASE64
 * encryption 1 retired BASE64
 * lookup 1 current BASE64
 * </pre>
 *
 * <p>One space between words. {@code development} is there only for keys that were made on a developer's machine. A
 * retired key reads and never writes; a key that is to come can be given to every process as retired first.
 *
 * @param title the first word of the file
 * @param lengths the names of the purposes, each of which must have a current key, and their keys' bytes
 */
public record KeyLayout(String title, Map<String, Integer> lengths) {

    private static final String VERSION = "1";
    private static final String DEVELOPMENT = "development";
    private static final String CURRENT = "current";
    private static final String RETIRED = "retired";

    /** 32 keys for each of a few purposes need less than half of it. */
    private static final int MAX_CHARACTERS = 32 * 1024;

    public KeyLayout {
        lengths = Map.copyOf(lengths);
    }

    /** @throws KeyTextException saying where and why the text is not of this layout */
    public NamedKeys read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new KeyTextException("a key file has at most " + MAX_CHARACTERS + " characters");
        }
        List<String> lines = text.lines().toList();
        boolean development = readTitle(lines.isEmpty() ? "" : lines.get(0));
        KeyCollector collector = new KeyCollector();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isEmpty() && line.charAt(0) != '#') {
                readKey(line, i + 1, collector);
            }
        }
        return new NamedKeys(development, collector.finish(lengths.keySet()));
    }

    private boolean readTitle(String line) {
        String expected = title + " " + VERSION;
        boolean development = line.equals(expected + " " + DEVELOPMENT);
        if (!development && !line.equals(expected)) {
            throw new KeyTextException(1, "expected \"" + expected + "\"");
        }
        return development;
    }

    private void readKey(String line, int lineNumber, KeyCollector collector) {
        String[] words = line.split(" ", -1);
        if (words.length != 4) {
            throw new KeyTextException(lineNumber, "expected a name, a number, current or retired, and a key");
        }
        Integer length = lengths.get(words[0]);
        if (length == null) {
            throw new KeyTextException(lineNumber, "the name is none of " + new TreeMap<>(lengths).keySet());
        }
        if (!words[1].matches("[1-9][0-9]{0,4}")) {
            throw new KeyTextException(lineNumber, "the number is not 1 to " + NumberedKeys.MAX_NUMBER);
        }
        if (!words[2].equals(CURRENT) && !words[2].equals(RETIRED)) {
            throw new KeyTextException(lineNumber, "the key is neither current nor retired");
        }
        KeyBytes key = decode(words[3], length, lineNumber);
        collector.add(lineNumber, words[0], Integer.parseInt(words[1]), words[2].equals(CURRENT), key);
    }

    /** Canonical base64 only: otherwise one key could be written in several ways. */
    private static KeyBytes decode(String base64, int length, int lineNumber) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException repeatsTheText) {
            throw new KeyTextException(lineNumber, "the key is not base64");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new KeyTextException(lineNumber, "the key is not canonical base64");
        }
        if (bytes.length != length) {
            throw new KeyTextException(lineNumber, "the key has not " + length + " bytes");
        }
        return KeyBytes.of(bytes);
    }

    /** The text that {@link #read} takes, keys in clear: for a file that only its owner may read. */
    public String write(NamedKeys keys) {
        StringBuilder text = new StringBuilder(title).append(' ').append(VERSION);
        text.append(keys.development() ? " " + DEVELOPMENT : "").append('\n');
        new TreeMap<>(lengths).keySet().forEach(name -> write(name, keys.of(name), text));
        return text.toString();
    }

    private static void write(String name, NumberedKeys keys, StringBuilder text) {
        for (int number : keys.numbers()) {
            String state = number == keys.current() ? CURRENT : RETIRED;
            byte[] key = keys.find(number).orElseThrow().toBytes();
            text.append(String.join(
                    " ",
                    name,
                    Integer.toString(number),
                    state,
                    Base64.getEncoder().encodeToString(key)));
            text.append('\n');
        }
    }
}
