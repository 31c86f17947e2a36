/**
 * The lives of card payments, as ordered ledger operations.
 *
 * <p>{@code LifeKind} is the table: a row per life, with its weight and its operations. {@code Payments} draws lives,
 * accounts, amounts and intended send times from a seed. {@code PaymentRun} walks one life, and threads the references
 * that the server returned into the later operations, as Open Fabric does.
 *
 * <p>Invariants: what is sent, and when it is meant to be sent, follows from the seed; only whether the later steps are
 * sent at all, and under which references, follows from answers. A refusal ends a life, but for the steps that are
 * marked to follow it. Where a hold was refused, no step names it.
 *
 * <p>Threads: one; the load driver's event loop.
 *
 * <p>Bounds: at most five operations in a life; references of at most 60 characters.
 */
@NullMarked
package dev.holdfast.simulator.payment;

import org.jspecify.annotations.NullMarked;
