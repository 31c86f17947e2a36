package dev.holdfast.engine.authorization;

/**
 * A check that failed.
 *
 * @param detail what tells it from others with the same reason, as a control's rule; empty if nothing does
 */
public record Finding(DeclineReason reason, String detail) implements Comparable<Finding> {

    public static Finding of(DeclineReason reason) {
        return new Finding(reason, "");
    }

    /** By precedence. */
    @Override
    public int compareTo(Finding other) {
        int byReason = reason.compareTo(other.reason);
        return byReason != 0 ? byReason : detail.compareTo(other.detail);
    }

    /** One line. */
    public String text() {
        return detail.isEmpty() ? reason.code() : reason.code() + " " + detail;
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static Finding parse(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? of(DeclineReason.ofCode(text))
                : new Finding(DeclineReason.ofCode(text.substring(0, space)), text.substring(space + 1));
    }
}
