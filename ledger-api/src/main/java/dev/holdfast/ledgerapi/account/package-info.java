/**
 * Opening, showing and changing accounts.
 *
 * <p>Every account has a first balance named {@code default} in the account's currency; further ones are listed in the
 * opening. The tenant's reference is the idempotency key of the opening: the same body again gets the same bytes again,
 * another body is a conflict.
 *
 * <p>Invariant: an account is only ever looked for under the caller's own tenant, so another tenant's account is not
 * found, exactly as one that does not exist.
 *
 * <p>Threads: stateless, on the event loop of the request. Bound: {@link
 * dev.holdfast.engine.account.AccountOpening#MAX_BALANCES} balances per account.
 */
@NullMarked
package dev.holdfast.ledgerapi.account;

import org.jspecify.annotations.NullMarked;
