package dev.holdfast.engine.vault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The keys for one purpose. New work uses the current one; the others still read what they wrote.
 *
 * @param current the number of the current key
 * @param byNumber 1 to {@link #MAX_KEYS} different keys, numbered from 1 to 32767 (a {@code smallint} beside each row)
 */
public record NumberedKeys(int current, Map<Integer, KeyBytes> byNumber) {

    /** One change a month for over two years without dropping a key: more is a mistake. */
    public static final int MAX_KEYS = 32;

    public static final int MAX_NUMBER = Short.MAX_VALUE;

    /** @throws IllegalArgumentException saying which of these rules is broken, without key material */
    public NumberedKeys {
        byNumber = Map.copyOf(byNumber);
        require(byNumber.containsKey(current), "the current key is not among the keys");
        require(byNumber.size() <= MAX_KEYS, "there are more than " + MAX_KEYS + " keys");
        require(byNumber.keySet().stream().allMatch(n -> n >= 1 && n <= MAX_NUMBER), "key numbers are 1 to 32767");
        require(new HashSet<>(byNumber.values()).size() == byNumber.size(), "two numbers have the same key");
    }

    public static NumberedKeys single(int number, KeyBytes key) {
        return new NumberedKeys(number, Map.of(number, key));
    }

    public KeyBytes currentKey() {
        return find(current).orElseThrow();
    }

    public Optional<KeyBytes> find(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** All numbers, the current one first, then from the newest to the oldest. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>(new TreeMap<>(byNumber).descendingKeySet());
        numbers.remove(Integer.valueOf(current));
        numbers.add(0, current);
        return List.copyOf(numbers);
    }

    /**
     * Takes a new key, one number above the highest, as the current one.
     *
     * @throws IllegalArgumentException if there are {@link #MAX_KEYS} already, or numbers have run out
     */
    public NumberedKeys rotatedTo(KeyBytes fresh) {
        TreeMap<Integer, KeyBytes> keys = new TreeMap<>(byNumber);
        int number = keys.lastKey() + 1;
        keys.put(number, fresh);
        return new NumberedKeys(number, keys);
    }

    /**
     * Drops a key that nothing stored needs any more.
     *
     * @throws IllegalArgumentException if it is the current one
     */
    public NumberedKeys without(int number) {
        TreeMap<Integer, KeyBytes> keys = new TreeMap<>(byNumber);
        keys.remove(number);
        return new NumberedKeys(current, keys);
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
