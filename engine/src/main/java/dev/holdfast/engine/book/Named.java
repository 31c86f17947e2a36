package dev.holdfast.engine.book;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** The rows that a batch's commands name: what to lock, and what to read. Each at most once. */
public final class Named {

    /** An idempotency key of an account. */
    record Key(AccountId account, String idempotencyKey) {}

    /** A hold of an account. */
    record HoldId(AccountId account, UUID hold) {}

    private final SortedSet<AccountId> accounts = new TreeSet<>();
    private final Set<Key> keys = new LinkedHashSet<>();
    private final Set<HoldId> holds = new LinkedHashSet<>();

    /** Names an account, to be locked with all its balances. */
    public void account(AccountId account) {
        accounts.add(account);
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
    SortedSet<AccountId> accounts() {
        return Collections.unmodifiableSortedSet(accounts);
    }

    Set<Key> keys() {
        return Collections.unmodifiableSet(keys);
    }

    Set<HoldId> holds() {
        return Collections.unmodifiableSet(holds);
    }
}
