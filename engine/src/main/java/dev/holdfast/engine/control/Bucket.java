package dev.holdfast.engine.control;

import java.time.Instant;

/**
 * One row of a counter, or what to add to it.
 *
 * @param at the first instant of a calendar window's period; a sliding window's microsecond
 */
public record Bucket(CounterKey key, Instant at, Tally tally) {}
