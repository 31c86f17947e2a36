/**
 * The ISO 8583 door: what a network's message means, and how the answer to it is written.
 *
 * <p>{@link dev.holdfast.engine.door.Iso8583Door} reads a decoded message into a {@link
 * dev.holdfast.engine.network.Arrival}, has the host answer it, and writes the answer. What the dialects say alike is in
 * {@link dev.holdfast.engine.door.MessageReader} and {@link dev.holdfast.engine.door.AnswerWriter}; where each keeps the
 * rest is in its {@link dev.holdfast.engine.door.PrivateFields}; what each calls a decline is in {@link
 * dev.holdfast.engine.door.ResponseCodes}.
 *
 * <p>Invariants: a message without a field that it needs, or with one that makes no sense, is answered with DE39 30 and
 * goes no further; a card number, a verification value or a PIN block is handed to the host and kept nowhere. Threads: no
 * state; any thread. Bounds: those of messages.
 */
@NullMarked
package dev.holdfast.engine.door;

import org.jspecify.annotations.NullMarked;
