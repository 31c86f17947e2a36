/**
 * Opening and changing accounts. Both run in the account's lane like any ledger operation, so that no operation ever
 * sees half an account.
 */
@NullMarked
package dev.holdfast.engine.account;

import org.jspecify.annotations.NullMarked;
