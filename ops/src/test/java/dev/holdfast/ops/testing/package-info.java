/**
 * What several tests of this module share: waiting for a condition, and a server in a process of its own. Every wait is
 * bounded and ends as soon as its condition holds.
 */
@NullMarked
package dev.holdfast.ops.testing;

import org.jspecify.annotations.NullMarked;
