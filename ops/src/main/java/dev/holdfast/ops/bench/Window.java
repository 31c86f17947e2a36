package dev.holdfast.ops.bench;

import dev.holdfast.simulator.load.Percentiles;

/**
 * What a slice came to.
 *
 * @param perSecond operations applied while it was measured
 * @param latency of those
 * @param applied operations applied in all of the slice, settling included
 * @param failed operations in all of the slice that were refused or not answered
 */
record Window(double perSecond, Percentiles latency, long applied, long failed) {}
