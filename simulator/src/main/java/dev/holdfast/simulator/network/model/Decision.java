package dev.holdfast.simulator.network.model;

/**
 * What is due to a request.
 *
 * @param code DE39
 * @param minor what is approved, 0 if it is declined
 */
public record Decision(String code, long minor) {}
