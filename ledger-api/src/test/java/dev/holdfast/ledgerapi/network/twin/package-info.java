/**
 * One stream of random messages, spoken through both doors to two populations that are alike, and what became of each.
 *
 * <p>{@link dev.holdfast.ledgerapi.network.twin.RandomStatements} draws messages from a seed; {@link
 * dev.holdfast.ledgerapi.network.twin.IsoSpeaker} and {@link dev.holdfast.ledgerapi.network.twin.JsonSpeaker} say each in
 * their own way. Threads: one.
 */
@NullMarked
package dev.holdfast.ledgerapi.network.twin;

import org.jspecify.annotations.NullMarked;
