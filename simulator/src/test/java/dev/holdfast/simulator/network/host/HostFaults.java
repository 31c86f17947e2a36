package dev.holdfast.simulator.network.host;

/**
 * How often the host does not do as it should, though its books are right.
 *
 * @param lostRequests share of messages that it never sees
 * @param lostAnswers share of answers that it does not send
 * @param slowAnswers share of answers that it holds back
 * @param slowMillis for how long
 */
public record HostFaults(double lostRequests, double lostAnswers, double slowAnswers, long slowMillis) {
    public static final HostFaults NONE = new HostFaults(0, 0, 0, 0);
}
