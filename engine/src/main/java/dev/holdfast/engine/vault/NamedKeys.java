package dev.holdfast.engine.vault;

import java.util.Map;

/**
 * What a key file holds.
 *
 * @param development whether the keys were made for a developer's machine, which whoever uses them must say
 * @param byName the keys of each purpose
 */
public record NamedKeys(boolean development, Map<String, NumberedKeys> byName) {

    public NamedKeys {
        byName = Map.copyOf(byName);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public NumberedKeys of(String name) {
        NumberedKeys keys = byName.get(name);
        if (keys == null) {
            throw new IllegalArgumentException("no keys are named " + name);
        }
        return keys;
    }
}
