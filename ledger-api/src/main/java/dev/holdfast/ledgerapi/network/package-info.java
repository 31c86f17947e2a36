/**
 * The JSON door of the card network: the messages that ISO 8583 carries, as JSON, for networks and processors that do
 * not speak it, and for tests.
 *
 * <p>Every request becomes the same {@link dev.holdfast.engine.network.Arrival} or {@link
 * dev.holdfast.engine.network.NetworkMessage} that the ISO 8583 door makes, with the same ids: a message that has come
 * through one door is a repeat at the other. What the members mean is in {@link
 * dev.holdfast.ledgerapi.network.MessageForm}, which all forms share; how an answer reads is in {@link
 * dev.holdfast.ledgerapi.network.MessageAnswer}.
 *
 * <p>A decline is an answer (status 200), and so is a message on which no decision was reached. Only a request that
 * cannot be read is an error.
 *
 * <p>Invariants: a card of another tenant is not found, exactly as one that does not exist; a card number, a verification
 * value or a PIN block is handed to the engine and told to nobody. Threads: stateless, on the event loop of the request.
 * Bounds: those of the body.
 */
@NullMarked
package dev.holdfast.ledgerapi.network;

import org.jspecify.annotations.NullMarked;
