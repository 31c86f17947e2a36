/**
 * What can be configured: {@link dev.holdfast.ops.configuration.Setting} is the one table of keys, with default, bound
 * and meaning of each; {@code docs/configuration.md} repeats it for readers and a test holds the two together.
 *
 * <p>A value comes from the environment, else from the file that {@code --config} or {@code HOLDFAST_CONFIG} names, else
 * from the table. Both places use the same names. An empty value counts as not set.
 *
 * <p>Invariants: a {@link dev.holdfast.ops.configuration.Configuration} holds only values within their bounds; a bad
 * configuration is refused as a whole, with every bad key named at once; a secret is printed nowhere, neither by
 * {@code toString()} nor in a refusal.
 *
 * <p>Bounds: the file has at most {@link dev.holdfast.ops.configuration.ConfigurationFile#MAX_BYTES} bytes. Values are
 * immutable and safe on any thread; loading blocks and happens once, before anything starts.
 */
@NullMarked
package dev.holdfast.ops.configuration;

import org.jspecify.annotations.NullMarked;
