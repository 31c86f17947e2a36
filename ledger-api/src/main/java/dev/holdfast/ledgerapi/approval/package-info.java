/**
 * The two endpoints at which Open Fabric asks for an approval: one for final authorizations, one for pre-authorizations
 * and their increments.
 *
 * <p>An approval decides and moves nothing: the ledger operations that the caller sends afterwards move the money. What
 * the members mean is in {@link dev.holdfast.ledgerapi.approval.ApprovalForm}; how an answer reads is in {@link
 * dev.holdfast.ledgerapi.approval.ApprovalAnswer}.
 *
 * <p>A decline is an answer (status 200), and so is a request on which no decision was reached in time. Only a request
 * that cannot be read is an error, which the caller takes for a decline.
 *
 * <p>Invariants: what is approved is more than nothing and at most what was asked for, and less only where the terminal
 * can deal with less. The same request again gets the same answer. Threads: stateless, on the event loop of the request.
 * Bounds: those of the body; an answer within {@link dev.holdfast.engine.network.Approvals#PATIENCE}.
 */
@NullMarked
package dev.holdfast.ledgerapi.approval;

import org.jspecify.annotations.NullMarked;
