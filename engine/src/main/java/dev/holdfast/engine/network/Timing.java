package dev.holdfast.engine.network;

import java.time.Instant;

/**
 * A message's times.
 *
 * @param sentAt by the network's clock
 * @param receivedAt by this process's clock
 */
public record Timing(Instant sentAt, Instant receivedAt) {}
