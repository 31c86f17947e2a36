package dev.holdfast.simulator.network.message;

/**
 * What tells messages apart. Repeats of a message have the same.
 *
 * @param transmitted DE7, MMDDhhmmss in UTC
 * @param trace DE11, six digits
 * @param acquirer DE32, six digits
 * @param retrieval DE37, twelve characters
 */
public record MessageId(String transmitted, String trace, String acquirer, String retrieval) {

    /** What DE90 names: the retrieval reference is not part of it. */
    public String name() {
        return trace + transmitted + acquirer;
    }

    @Override
    public String toString() {
        return trace + "@" + transmitted;
    }
}
