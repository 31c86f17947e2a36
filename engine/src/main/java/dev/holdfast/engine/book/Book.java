package dev.holdfast.engine.book;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The rows of one batch, in memory: loaded under lock, changed by the batch's commands, written back in one flush.
 * Every movement of money goes through {@link #post}, which keeps balance, hold, journal and totals in step.
 */
public final class Book {

    private final Named named = new Named();
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<Named.HoldId, Hold> holds = new HashMap<>();
    private final Map<Named.Key, Settled> settled = new HashMap<>();
    private final Changes changes = new Changes();
    private final Map<Shelf.Kind<?>, Shelf> shelves = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;

    /** Where commands name the rows that they need. */
    public Named named() {
        return named;
    }

    /** A feature's rows in this book. */
    @SuppressWarnings("unchecked") // a kind opens shelves of its own type only
    public <S extends Shelf> S shelf(Shelf.Kind<S> kind) {
        return (S) shelves.computeIfAbsent(kind, missing -> missing.open(this));
    }

    /** The shelves that a command of this batch has asked for. */
    Collection<Shelf> shelves() {
        return shelves.values();
    }

    Changes changes() {
        return changes;
    }

    void loadTime(Instant databaseTime) {
        now = databaseTime;
    }

    /** Takes in a balance; the first of an account brings the account with it. */
    void load(Balance balance) {
        accounts.computeIfAbsent(balance.account(), id -> new Account(named.keyOf(id), id))
                .add(balance);
    }

    void load(Hold hold) {
        holds.put(new Named.HoldId(hold.balance().account(), hold.id()), hold);
    }

    void load(AccountId account, Settled answer) {
        settled.put(new Named.Key(account, answer.references().idempotencyKey()), answer);
    }

    /** Database time, taken after the balances were locked. */
    public Instant now() {
        return now;
    }

    /**
     * The account of a row that was read after the locks.
     *
     * @throws IllegalStateException if its balances were not there to be locked: another process has opened it while this
     *     batch waited for a lock. What it has come to must not be judged without them; run again, the batch finds them
     */
    public Account locked(AccountId id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw new IllegalStateException("account " + id.value() + " was not there when the batch took its locks");
        }
        return account;
    }

    public @Nullable Account account(AccountId id) {
        return accounts.get(id);
    }

    public @Nullable Hold hold(AccountId account, UUID hold) {
        return holds.get(new Named.HoldId(account, hold));
    }

    /** What the key has come to, in an earlier batch or earlier in this one; null if it is fresh. */
    public @Nullable Settled settled(AccountId account, String idempotencyKey) {
        return settled.get(new Named.Key(account, idempotencyKey));
    }

    /**
     * Opens an account.
     *
     * @param fingerprint digest of the request, kept to recognise the same request again
     * @param terms one for each balance, the default balance first
     */
    public Account open(AccountKey key, UUID fingerprint, List<BalanceTerms> terms) {
        Account account = new Account(key, AccountId.of(key));
        account.setOpening(new Account.Opening(fingerprint, now));
        for (BalanceTerms balance : terms) {
            account.add(Balance.opened(
                    account.id(), (short) account.balances().size(), balance.ref(), balance.creditLimit(), now));
        }
        accounts.put(account.id(), account);
        changes.openedAccounts.add(account);
        return account;
    }

    public void setStatus(Account account, AccountStatus status) {
        for (Balance balance : account.balances()) {
            balance.setFigures(balance.figures().withAccountStatus(status));
            changes.changed(balance);
        }
    }

    public void setCreditLimit(Balance balance, long limitMinor) {
        balance.setFigures(balance.figures().withCreditLimit(limitMinor));
        changes.changed(balance);
    }

    /**
     * Opens a hold with nothing on it yet, under an id that follows from the key: a batch run again mints it again.
     *
     * @param payment the card payment that alone may move it; null for a hold of the tenant's own
     */
    public Hold openHold(Balance balance, String idempotencyKey, @Nullable UUID payment) {
        UUID id = Digest.of("hold")
                .with(balance.account().value())
                .with(idempotencyKey)
                .toUuid();
        Hold hold = new Hold(id, balance, payment, now, Hold.State.NEW);
        load(hold);
        changes.openedHolds.add(hold);
        countOpenHolds(balance, 1);
        return hold;
    }

    /**
     * Posts one transfer. The caller has checked that it may happen.
     *
     * @param hold the hold that the operation acts on; null for the operations that act on none
     * @throws ArithmeticException if a figure would exceed a {@code long}; nothing has changed then
     */
    public JournalEntry post(
            Balance balance,
            @Nullable Hold hold,
            JournalEntry.Movement movement,
            References references,
            UUID fingerprint) {
        Balance.Figures before = balance.figures();
        long available = Math.addExact(before.available(), movement.changeOf(LedgerCode.CUSTOMER_AVAILABLE));
        long held = Math.addExact(before.held(), movement.changeOf(LedgerCode.CUSTOMER_HELD));
        Instant at = now.isBefore(before.lastPostedAt()) ? before.lastPostedAt() : now;
        Hold.State holdState = hold == null ? null : hold.state().after(movement, at);

        JournalEntry entry = JournalEntry.chain(
                before.head(),
                new JournalEntry.Position(balance.account(), balance.number(), before.seq() + 1),
                movement,
                new JournalEntry.After(available, held, holdAfter(hold, holdState)),
                new Settlement(references, fingerprint, at));

        balance.setFigures(new Balance.Figures(
                before.accountStatus(), available, held, before.creditLimit(), before.seq() + 1, at, entry.hash()));
        changes.changed(balance);
        if (hold != null && holdState != null) {
            countOpenHolds(balance, (holdState.open() ? 1 : 0) - (hold.open() ? 1 : 0));
            hold.setState(holdState);
            changes.changed(hold);
        }
        changes.entries.add(entry);
        changes.totals.post(balance.account().bucket(), tenantOf(balance), balance.currency(), movement);
        load(balance.account(), entry);
        return entry;
    }

    /**
     * Refuses a request and freezes the answer under its key.
     *
     * @param key the account as the request names it; it need not exist
     */
    public Refusal refuse(AccountKey key, Refusal refusal) {
        boolean accountMissing = !accounts.containsKey(refusal.account());
        changes.refusals.add(new Changes.RefusalRow(key, accountMissing, refusal));
        load(refusal.account(), refusal);
        return refusal;
    }

    private static JournalEntry.@Nullable HoldAfter holdAfter(@Nullable Hold hold, Hold.@Nullable State state) {
        return hold == null || state == null ? null : new JournalEntry.HoldAfter(hold.id(), state.remaining());
    }

    private void countOpenHolds(Balance balance, int change) {
        if (change != 0) {
            changes.totals.countOpenHolds(balance.account().bucket(), tenantOf(balance), balance.currency(), change);
        }
    }

    private int tenantOf(Balance balance) {
        return Objects.requireNonNull(accounts.get(balance.account())).key().tenantId();
    }
}
