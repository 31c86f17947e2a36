/**
 * The link to a card network: connections, frames, sign-on, and which answer goes where. It knows nothing of money: a
 * request goes to the {@link dev.holdfast.engine.link.MessageHandler}, and what comes back is written.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>An answer goes out on the link of its request, or, if that link is gone, nowhere; it is counted as late then.
 *   <li>A request is answered at most once. A handler that fails is answered for, with 96.
 *   <li>Before sign-on and after sign-off only network management is processed; requests hear 91.
 *   <li>A malformed message is answered (30) if its type, DE7 and DE11 could be read. Nothing of any message but its type
 *       is logged.
 * </ul>
 *
 * <p>Threads: a {@link dev.holdfast.engine.link.Link} lives on one event loop, and so does all that it owns; there is one
 * {@link dev.holdfast.engine.link.LinkInstance} per loop, and Vert.x spreads connections over them. {@code Links} and the
 * metrics are shared. Answers that complete on another thread hop to the link's loop.
 *
 * <p>Bounds ({@link dev.holdfast.engine.link.LinkLimits}): links; requests in flight per link, beyond which the link is not
 * read; frames of {@link dev.holdfast.engine.iso8583.Message#MAX_BYTES}; unread answers of 64 KiB; malformed messages in a
 * row; silence, unfinished frames, unread answers and unanswered requests by time. So one link holds at most one chunk of
 * the socket and one frame to read, its window of requests, and about twice 64 KiB and the window's answers to write.
 */
@NullMarked
package dev.holdfast.engine.link;

import org.jspecify.annotations.NullMarked;
