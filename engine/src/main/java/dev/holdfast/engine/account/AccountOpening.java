package dev.holdfast.engine.account;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.money.Currency;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A request to open an account. The tenant's reference is its idempotency key.
 *
 * @param key how the tenant names it
 * @param balances the default balance first; references are unique
 */
public record AccountOpening(AccountKey key, List<NewBalance> balances) {

    /** A bound on what locking one account may load. */
    public static final int MAX_BALANCES = 16;

    /** The reference of the default balance where the tenant gives none. */
    public static final String DEFAULT_BALANCE_REF = "default";

    /**
     * @param ref the tenant's name for the balance, unique within the account
     * @param creditLimitMinor minor units that available may go below zero, not negative
     */
    public record NewBalance(String ref, Currency currency, long creditLimitMinor) {}

    public AccountOpening {
        balances = List.copyOf(balances);
        Set<String> refs = new HashSet<>();
        balances.forEach(balance -> refs.add(balance.ref()));
        if (balances.isEmpty() || balances.size() > MAX_BALANCES || refs.size() != balances.size()) {
            throw new IllegalArgumentException("an account has 1 to " + MAX_BALANCES + " balances, each named once");
        }
    }

    /** Digest of the request: an opening of the same account with another fingerprint is a conflict. */
    public UUID fingerprint() {
        Digest digest = Digest.of("opening");
        for (NewBalance balance : balances) {
            digest.with(balance.ref()).with(balance.currency().code()).with(balance.creditLimitMinor());
        }
        return digest.toUuid();
    }
}
