package dev.holdfast.engine.book;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The rows that a batch's commands name: what to lock, and what to read. Each at most once. */
public final class Named {

    /** An idempotency key of an account. */
    record Key(AccountId account, String idempotencyKey) {

        /** What the journal's unique index is over: both columns in sixteen bytes. */
        UUID digest() {
            return Digest.of("key").with(account.value()).with(idempotencyKey).toUuid();
        }
    }

    /** A hold of an account. */
    record HoldId(AccountId account, UUID hold) {}

    private final SortedMap<AccountId, AccountKey> accounts = new TreeMap<>();
    private final Set<AccountId> openings = new LinkedHashSet<>();
    private final Set<Key> keys = new LinkedHashSet<>();
    private final Set<HoldId> holds = new LinkedHashSet<>();

    /** Names an account, all of whose balances are to be locked. */
    public void account(AccountId account, AccountKey key) {
        accounts.put(account, key);
    }

    /** Names an account's opening, which nothing but opening and showing an account asks for. */
    public void opening(AccountId account) {
        openings.add(account);
    }

    /** Names an idempotency key, to learn what it has come to. */
    public void key(AccountId account, String idempotencyKey) {
        keys.add(new Key(account, idempotencyKey));
    }

    /** Names a hold. */
    public void hold(AccountId account, UUID hold) {
        holds.add(new HoldId(account, hold));
    }

    /** Ascending, which is the order of locking. Bucket order, too: the bucket is the id's first bits. */
    SortedMap<AccountId, AccountKey> accounts() {
        return Collections.unmodifiableSortedMap(accounts);
    }

    AccountKey keyOf(AccountId account) {
        return Objects.requireNonNull(accounts.get(account), "an account that nobody named");
    }

    Set<AccountId> openings() {
        return Collections.unmodifiableSet(openings);
    }

    Set<Key> keys() {
        return Collections.unmodifiableSet(keys);
    }

    Set<HoldId> holds() {
        return Collections.unmodifiableSet(holds);
    }
}
