/**
 * The card network's messages: what they say, what becomes of each, and one row for every one of them.
 *
 * <p>A message comes through a door (ISO 8583 or JSON) as a {@link dev.holdfast.engine.network.NetworkMessage}. {@link
 * dev.holdfast.engine.network.NetworkHost} has the card's secrets checked, sees to the deadline, and runs a {@link
 * dev.holdfast.engine.network.MessageCommand} in the lane of the card's account, which decides a request or takes a fact
 * in, moves the money and stores the message with its answer, in one transaction. The same message again gets the same
 * answer and moves nothing.
 *
 * <p>Which messages belong together: a request and what names it have the same authorization id, a digest of what DE90
 * carries; else the network's own id, then approval code and retrieval reference, and last a guess by card, merchant and
 * amount, which is flagged ({@link dev.holdfast.engine.network.Links}).
 *
 * <p>Never approved here and declined on the wire: an answer that is not certain to have been in time is voided, by a
 * fact that holds whether or not the approval was ever stored.
 *
 * <p>An approval ({@link dev.holdfast.engine.network.Approvals}) is decided in the same way and stored in the same row, but
 * moves nothing and states no fact, unless that it was not answered in time.
 *
 * <p>Invariants: no card number, verification value or PIN gets here. One row per message. A message that the network may
 * not be refused (advices, reversals, presentments) is taken whatever the account has. Threads: the host runs on the
 * caller's context; a command is confined to its lane. Bounds: those of lanes; {@link
 * dev.holdfast.engine.network.NetworkHost#MAX_VOIDS} voids under way.
 */
@NullMarked
package dev.holdfast.engine.network;

import org.jspecify.annotations.NullMarked;
