package dev.holdfast.engine.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Gathers the lines of a key file: no number twice, one current key per purpose. */
final class KeyCollector {

    private final Map<String, Map<Integer, KeyBytes>> keys = new HashMap<>();
    private final Map<String, Integer> current = new HashMap<>();

    void add(int line, String name, int number, boolean isCurrent, KeyBytes key) {
        if (keys.computeIfAbsent(name, n -> new HashMap<>()).putIfAbsent(number, key) != null) {
            throw new KeyTextException(line, "the number is used twice");
        }
        if (isCurrent && current.putIfAbsent(name, number) != null) {
            throw new KeyTextException(line, "there is another current key of that name");
        }
    }

    Map<String, NumberedKeys> finish(Set<String> names) {
        Map<String, NumberedKeys> finished = new HashMap<>();
        for (String name : names) {
            finished.put(name, finish(name));
        }
        return finished;
    }

    private NumberedKeys finish(String name) {
        Integer number = current.get(name);
        if (number == null) {
            throw new KeyTextException("no current key is named " + name);
        }
        try {
            return new NumberedKeys(number, keys.getOrDefault(name, Map.of()));
        } catch (IllegalArgumentException e) {
            throw new KeyTextException(name + ": " + e.getMessage());
        }
    }
}
