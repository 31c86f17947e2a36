package dev.holdfast.simulator.network.lifecycle;

import java.util.Set;

/**
 * One message of a payment, in words.
 *
 * @param label its name in the script
 * @param of the label of the step that it refers to, or empty
 * @param minor its amount
 * @param count which capture of how many
 */
public record Step(String label, Action action, String of, long minor, Count count, Set<Flag> flags) {

    /**
     * @param number from 1, or 0 if the message does not say
     * @param of in all, likewise
     */
    public record Count(int number, int of) {
        public static final Count NONE = new Count(0, 0);
    }

    public Step {
        flags = Set.copyOf(flags);
    }

    public static Step of(String label, Action action, String of, long minor, Flag... flags) {
        return new Step(label, action, of, minor, Count.NONE, Set.of(flags));
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }
}
