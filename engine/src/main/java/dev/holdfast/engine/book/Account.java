package dev.holdfast.engine.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account in the book. Mutable; confined to the lane that loaded it, for one batch. */
public final class Account {

    private final AccountKey key;
    private final AccountId id;
    private final UUID openingFingerprint;
    private final Instant openedAt;
    private final List<Balance> balances = new ArrayList<>();
    private AccountStatus status;

    Account(AccountKey key, UUID openingFingerprint, Instant openedAt, AccountStatus status) {
        this.key = key;
        this.id = AccountId.of(key);
        this.openingFingerprint = openingFingerprint;
        this.openedAt = openedAt;
        this.status = status;
    }

    void add(Balance balance) {
        balances.add(balance);
    }

    void setStatus(AccountStatus changed) {
        status = changed;
    }

    public AccountKey key() {
        return key;
    }

    public AccountId id() {
        return id;
    }

    /** Digest of the request that opened the account. */
    public UUID openingFingerprint() {
        return openingFingerprint;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public AccountStatus status() {
        return status;
    }

    /** The default balance first. */
    public List<Balance> balances() {
        return Collections.unmodifiableList(balances);
    }

    public Balance balance(short number) {
        return balances.get(number);
    }

    public Balance defaultBalance() {
        return balances.get(0);
    }

    /** Finds a balance by the tenant's name for it. */
    public Optional<Balance> balance(String ref) {
        return balances.stream().filter(balance -> balance.ref().equals(ref)).findFirst();
    }
}
