/** What the features share in telling Prometheus about themselves. Immutable; safe on any thread. */
@NullMarked
package dev.holdfast.engine.metric;

import org.jspecify.annotations.NullMarked;
