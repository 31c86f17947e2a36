package dev.holdfast.simulator.network.link;

import dev.holdfast.simulator.network.message.NetworkAnswer;
import org.jspecify.annotations.Nullable;

/**
 * How a message ended.
 *
 * @param answer null if none came in time
 * @param sentNanos when it was sent, by {@link System#nanoTime}
 * @param endedNanos when the answer came, or the message was given up
 */
public record Reply(@Nullable NetworkAnswer answer, long sentNanos, long endedNanos) {}
