/**
 * Clearing: what the records of a clearing file mean for a payment.
 *
 * <p>A record has a {@link dev.holdfast.engine.clearing.ClearingType} and a {@link
 * dev.holdfast.engine.clearing.TransferType}. The transfer type is asked first: what moves between the network and the
 * institution alone is kept and moves no customer's money. What is left states a fact of a payment, and the ledger
 * operations follow from the fact and from what the payment has come to; {@code operations.txt} in this package lists them
 * for every event, is printed in the documentation, and each of its rows is a test.
 *
 * <p>Pure. Threads: any. Bounds: none of its own.
 */
@NullMarked
package dev.holdfast.engine.clearing;

import org.jspecify.annotations.NullMarked;
