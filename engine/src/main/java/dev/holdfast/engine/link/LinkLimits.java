package dev.holdfast.engine.link;

/**
 * What a server takes on.
 *
 * @param links open at once, over all listeners; further ones are closed
 * @param window requests in flight on one link; beyond it the link is not read
 * @param malformedInARow messages that cannot be read, after which a link is closed
 * @param missedEchoes unanswered, after which a link is closed
 */
public record LinkLimits(int links, int window, int malformedInARow, int missedEchoes, LinkTimes times) {

    /** @throws IllegalArgumentException if a number is not positive */
    public LinkLimits {
        if (links < 1 || window < 1 || malformedInARow < 1 || missedEchoes < 1) {
            throw new IllegalArgumentException("limits of a link are positive");
        }
    }
}
