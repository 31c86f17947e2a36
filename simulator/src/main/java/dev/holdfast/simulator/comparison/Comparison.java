package dev.holdfast.simulator.comparison;

import java.util.Optional;

/**
 * What the final comparison covered.
 *
 * @param accounts read and compared
 * @param holds likewise
 * @param unreadable accounts that could not be read
 * @param lost accounts left out, because an operation on them got no answer
 * @param problem the first reason why something could not be read
 */
public record Comparison(long accounts, long holds, long unreadable, long lost, Optional<String> problem) {

    /** Nothing was compared. */
    public static Comparison none(String why) {
        return new Comparison(0, 0, 0, 0, Optional.of(why));
    }

    /** Whether every account was compared. */
    public boolean isComplete() {
        return unreadable == 0 && lost == 0 && problem.isEmpty();
    }
}
