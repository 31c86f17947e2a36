package dev.holdfast.simulator.network.link;

/**
 * What happened on the links.
 *
 * @param sent messages, repeats included, network management not
 * @param answered in time
 * @param late answers that came after the network's timer, or that nothing was waiting for
 * @param timedOut messages without an answer in time
 * @param malformed frames that are no message
 * @param lost connections that ended without being asked to
 */
public record LinkCounts(long sent, long answered, long late, long timedOut, long malformed, long lost) {}
