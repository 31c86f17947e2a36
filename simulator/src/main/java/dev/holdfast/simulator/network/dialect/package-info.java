/**
 * How a dialect of ISO 8583 writes what a message says.
 *
 * <p>{@code DraftWriter} turns a draft into bytes, {@code AnswerReader} the issuer's bytes into an answer. Both use the
 * engine's codec, which is the language of the wire, and nothing else of the engine. What the dialects carry in the same
 * fields is written once; what each hides in private fields is an implementation of {@code PrivateFields}.
 *
 * <p>Invariants: the same draft gives the same bytes, so that a repeat differs from its original in the message type
 * alone; every draft of this simulator can be written in every dialect.
 *
 * <p>Threads: immutable and stateless.
 *
 * <p>Bounds: those of the codec, 8,192 bytes a message.
 */
@NullMarked
package dev.holdfast.simulator.network.dialect;

import org.jspecify.annotations.NullMarked;
