package dev.holdfast.engine.book;

import dev.holdfast.engine.money.Money;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parameters of each statement in {@link BookStore}, in its order. */
final class BookParameters {

    private BookParameters() {}

    static Tuple accounts(Collection<AccountId> accounts) {
        return Columns.of(accounts)
                .shorts(AccountId::bucket)
                .uuids(AccountId::value)
                .toTuple();
    }

    static Tuple keysOfEntries(Collection<Named.Key> keys) {
        return Columns.of(keys).uuids(Named.Key::digest).toTuple();
    }

    static Tuple keysOfRefusals(Collection<Named.Key> keys) {
        return Columns.of(keys)
                .shorts(key -> key.account().bucket())
                .uuids(key -> key.account().value())
                .texts(Named.Key::idempotencyKey)
                .toTuple();
    }

    static Tuple holds(Collection<Named.HoldId> holds) {
        return Columns.of(holds)
                .shorts(hold -> hold.account().bucket())
                .uuids(hold -> hold.account().value())
                .uuids(Named.HoldId::hold)
                .toTuple();
    }

    /** Ascending and each once, so that two processes never wait for each other in a circle. */
    static SortedSet<Long> absentLocks(Changes changes) {
        Stream<AccountId> opened = changes.openedAccounts.stream().map(Account::id);
        Stream<AccountId> missing = changes.refusals.stream()
                .filter(Changes.RefusalRow::accountMissing)
                .map(row -> row.refusal().account());
        SortedSet<Long> locks = new TreeSet<>();
        Stream.concat(opened, missing).forEach(id -> locks.add(id.value().getMostSignificantBits()));
        return locks;
    }

    static Tuple locks(Collection<Long> locks) {
        return Columns.of(locks).longs(Long::longValue).toTuple();
    }

    static Tuple openedAccounts(List<Account> accounts) {
        return Columns.of(accounts)
                .shorts(account -> account.id().bucket())
                .uuids(account -> account.id().value())
                .ints(account -> account.key().tenantId())
                .texts(account -> account.key().ref())
                .uuids(account -> account.opening().fingerprint())
                .instants(account -> account.opening().at())
                .toTuple();
    }

    static Tuple openedBalances(Collection<Balance> balances) {
        return withFigures(Columns.of(balances)
                .shorts(balance -> balance.account().bucket())
                .uuids(balance -> balance.account().value())
                .shorts(Balance::number)
                .texts(Balance::ref)
                .texts(balance -> balance.currency().code()));
    }

    static Tuple changedBalances(Collection<Balance> balances) {
        return withFigures(Columns.of(balances)
                .shorts(balance -> balance.account().bucket())
                .uuids(balance -> balance.account().value())
                .shorts(Balance::number));
    }

    private static Tuple withFigures(Columns<Balance> columns) {
        return columns.texts(balance -> balance.figures().accountStatus().label())
                .longs(balance -> balance.figures().available())
                .longs(balance -> balance.figures().held())
                .longs(balance -> balance.figures().creditLimit())
                .longs(balance -> balance.figures().seq())
                .instants(balance -> balance.figures().lastPostedAt())
                .hashes(balance -> balance.figures().head())
                .toTuple();
    }

    static Tuple openedHolds(Collection<Hold> holds) {
        return Columns.of(holds)
                .shorts(hold -> hold.balance().account().bucket())
                .uuids(hold -> hold.balance().account().value())
                .uuids(Hold::id)
                .shorts(hold -> hold.balance().number())
                .longs(hold -> hold.state().authorized())
                .longs(hold -> hold.state().released())
                .longs(hold -> hold.state().captured())
                .texts(hold -> hold.state().status().label())
                .instants(Hold::openedAt)
                .instants(hold -> hold.state().closedAt())
                .uuids(Hold::payment)
                .toTuple();
    }

    static Tuple changedHolds(Collection<Hold> holds) {
        return Columns.of(holds)
                .shorts(hold -> hold.balance().account().bucket())
                .uuids(hold -> hold.balance().account().value())
                .uuids(Hold::id)
                .longs(hold -> hold.state().authorized())
                .longs(hold -> hold.state().released())
                .longs(hold -> hold.state().captured())
                .texts(hold -> hold.state().status().label())
                .instants(hold -> hold.state().closedAt())
                .toTuple();
    }

    static Tuple entries(List<JournalEntry> entries) {
        return Columns.of(entries)
                .shorts(entry -> entry.position().account().bucket())
                .uuids(entry -> entry.position().account().value())
                .shorts(entry -> entry.position().balance())
                .longs(entry -> entry.position().seq())
                .shorts(entry -> entry.movement().operation().number())
                .shorts(entry -> entry.movement().operation().debit().number())
                .shorts(entry -> entry.movement().operation().credit().number())
                .longs(entry -> entry.movement().amount().minor())
                .texts(entry -> entry.movement().amount().currency().code())
                .booleans(entry -> entry.movement().forced())
                .longs(entry -> entry.after().available())
                .longs(entry -> entry.after().held())
                .uuids(entry -> entry.after().hold() == null
                        ? null
                        : entry.after().hold().id())
                .optionalLongs(entry -> entry.after().hold() == null
                        ? null
                        : entry.after().hold().remaining())
                .uuids(JournalEntry::keyDigest)
                .texts(entry -> entry.references().idempotencyKey())
                .texts(entry -> entry.references().transactionId())
                .texts(entry -> entry.references().actionRef())
                .uuids(JournalEntry::fingerprint)
                .instants(JournalEntry::postedAt)
                .hashes(JournalEntry::hash)
                .toTuple();
    }

    static Tuple refusals(List<Changes.RefusalRow> refusals) {
        return Columns.of(refusals)
                .shorts(row -> row.refusal().account().bucket())
                .uuids(row -> row.refusal().account().value())
                .ints(row -> row.key().tenantId())
                .texts(row -> row.key().ref())
                .texts(row -> row.refusal().references().idempotencyKey())
                .shorts(row -> row.refusal().operation().number())
                .texts(row -> row.refusal().reason().code())
                .texts(row -> row.refusal().seen().balanceRef())
                .texts(row -> currency(row.refusal().seen().available()))
                .optionalLongs(row -> minor(row.refusal().seen().available()))
                .optionalLongs(row -> minor(row.refusal().seen().holdRemaining()))
                .texts(row -> row.refusal().references().transactionId())
                .texts(row -> row.refusal().references().actionRef())
                .uuids(row -> row.refusal().fingerprint())
                .instants(row -> row.refusal().refusedAt())
                .booleans(Changes.RefusalRow::accountMissing)
                .toTuple();
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency().code();
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    static Tuple totals(Collection<Map.Entry<Totals.Key, Totals.Sum>> totals) {
        return Columns.of(totals)
                .shorts(sum -> sum.getKey().bucket())
                .ints(sum -> sum.getKey().tenantId())
                .texts(sum -> sum.getKey().currency())
                .shorts(sum -> sum.getKey().code().number())
                .longs(sum -> sum.getValue().debit())
                .longs(sum -> sum.getValue().credit())
                .longs(sum -> sum.getValue().openHolds())
                .toTuple();
    }
}
