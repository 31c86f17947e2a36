package dev.holdfast.engine.account;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A request to change an account; what is absent stays. Applying it twice is applying it once.
 *
 * @param key which account
 * @param status the new status
 * @param creditLimit the new credit limit of the balance, not negative
 * @param balanceRef the balance whose limit changes; absent for the default one
 */
public record AccountChange(
        AccountKey key,
        @Nullable AccountStatus status,
        @Nullable Money creditLimit,
        @Nullable String balanceRef) {}
