/**
 * The cards that the simulated network pays with.
 *
 * <p>A {@code TestCard} joins what is embossed on a card with the account behind it and with the state in which the issuer
 * keeps it. The list is given by the caller or read from an embossing file, one JSON object a line.
 *
 * <p>Invariants: a card number, its verification value and its PIN are never printed: {@code toString} of every type here
 * shows the card's id alone, and the errors of a file name the line and the member, never the value.
 *
 * <p>Threads: all types are immutable. Reading a file blocks and is done before a run.
 *
 * <p>Bounds: a file holds at most 1,000,000 cards, a line at most 1,024 characters.
 */
@NullMarked
package dev.holdfast.simulator.network.card;

import org.jspecify.annotations.NullMarked;
