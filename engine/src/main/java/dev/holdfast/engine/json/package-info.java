/**
 * A strict reading of JSON texts that are kept for long: rules of controls, settings of programs.
 *
 * <p>What is read is a {@link dev.holdfast.engine.json.JsonPlace}: a value together with where it stands, so that every
 * error can name its place. Nothing is passed over: a member that nobody knows, a member given twice, a value of another
 * kind and text after the end are errors. An absent member is absent; {@code null} is a value of another kind.
 *
 * <p>Invariants: reading changes nothing and has one error, the first. Bounds: the caller's for the text's length and
 * every list; sixteen levels of nesting; a hundred characters a number. Threads: any; a place is immutable.
 */
@NullMarked
package dev.holdfast.engine.json;

import org.jspecify.annotations.NullMarked;
