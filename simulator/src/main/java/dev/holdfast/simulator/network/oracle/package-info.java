/**
 * What must be true, held against what the issuer says.
 *
 * <p>{@code Oracle} keeps the model of every account. It learns what the issuer approved from the answers that came in
 * time, and adds what the network states once the issuer has acknowledged it. Each answer is held against what is due:
 * exactly, if nothing else of the account was under way and nothing is unsettled; always, where the card, an identity or
 * an earlier reversal decides; otherwise it must be one of the answers that can be right. At the end {@code
 * BalanceComparison} holds every account's available and held balance against the model's.
 *
 * <p>Invariants: no approval without money set aside or taken, no money set aside without an approval or a stand-in, one
 * effect per identity: each shows as a balance that differs. An answer that came too late is never learned from.
 *
 * <p>Threads: one event loop.
 *
 * <p>Bounds: the facts of a payment are dropped when its life has ended, and its history when {@code
 * Histories.KEPT} later payments have begun; 20 divergences are kept, the rest counted; 40 lines of a history.
 */
@NullMarked
package dev.holdfast.simulator.network.oracle;

import org.jspecify.annotations.NullMarked;
