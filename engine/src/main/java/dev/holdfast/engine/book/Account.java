package dev.holdfast.engine.book;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** An account in the book. Mutable; confined to the lane that loaded it, for one batch. */
public final class Account {

    private final AccountKey key;
    private final AccountId id;
    private final List<Balance> balances = new ArrayList<>();
    private @Nullable Opening opening;

    /**
     * How the account came to be.
     *
     * @param fingerprint digest of the request that opened it
     * @param at database time
     */
    public record Opening(UUID fingerprint, Instant at) {}

    Account(AccountKey key, AccountId id) {
        this.key = key;
        this.id = id;
    }

    void setOpening(Opening read) {
        opening = read;
    }

    void add(Balance balance) {
        balances.add(balance);
    }

    public AccountKey key() {
        return key;
    }

    public AccountId id() {
        return id;
    }

    /**
     * Returns how the account came to be.
     *
     * @throws NullPointerException if no command of the batch has named it with {@link Named#opening}
     */
    public Opening opening() {
        return Objects.requireNonNull(opening, "the opening was not named");
    }

    public AccountStatus status() {
        return defaultBalance().figures().accountStatus();
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
