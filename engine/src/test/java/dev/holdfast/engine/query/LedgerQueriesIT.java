package dev.holdfast.engine.query;

import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.account.AccountView;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.HoldStatus;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(Lifecycle.PER_CLASS)
class LedgerQueriesIT {

    private static final Currency JPY = Currency.of("JPY");

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final LedgerQueries queries = engine.engine().queries();
    private final AccountKey account = engine.key("a");
    private final List<JournalEntry> posted = new ArrayList<>();

    @BeforeAll
    void post() {
        AccountOpening opening = new AccountOpening(
                account, List.of(new NewBalance("default", TestEngine.PHP, 0), new NewBalance("travel", JPY, 1_000)));
        Await.on(engine.engine().accounts().open(opening, TestEngine.deadline()));
        engine.open("silent");
        for (int i = 0; i < 12; i++) {
            apply(Operation.DEPOSIT, "deposit" + i, null, new Money(10_000, TestEngine.PHP), null);
            apply(Operation.DEPOSIT, "travel" + i, null, new Money(500, JPY), "travel");
            String hold = apply(Operation.HOLD, "hold" + i, "txn" + i % 3, new Money(200, TestEngine.PHP), null);
            apply(Operation.DEBIT_HOLD, "capture" + i, "txn" + i % 3, new Money(50, TestEngine.PHP), hold);
            if (i % 2 == 0) {
                apply(Operation.RESTORE, "restore" + i, "txn" + i % 3, null, hold);
            }
        }
    }

    private @Nullable String apply(
            Operation operation,
            String key,
            @Nullable String transaction,
            @Nullable Money amount,
            @Nullable String target) {
        References references = new References(key, transaction, null);
        LedgerRequest request = new LedgerRequest(operation, account, references, amount, target, false);
        LedgerOutcome.Applied applied = (LedgerOutcome.Applied) Await.on(engine.apply(request));
        posted.add(applied.entry());
        JournalEntry.HoldAfter hold = applied.entry().after().hold();
        return hold == null ? null : hold.id().toString();
    }

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 500})
    void listsEveryEntryOnceNewestFirstWhateverThePage(int limit) {
        List<JournalEntry> listed = new ArrayList<>();
        String cursor = null;
        do {
            EntryFilter filter = new EntryFilter(null, null, null, limit, cursor);
            Page<EntryView> page = Await.on(queries.entries(account, filter)).orElseThrow();
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
            page.items().forEach(view -> listed.add(view.entry()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(listed).containsExactlyInAnyOrderElementsOf(posted);
        assertThat(listed)
                .isSortedAccordingTo(
                        Comparator.comparing(JournalEntry::postedAt).reversed());
    }

    @Test
    void filtersEntriesByTimeAndTransaction() {
        Instant from = posted.get(10).postedAt();
        Instant to = posted.get(30).postedAt();
        EntryFilter filter = new EntryFilter(from, to, "txn1", 500, null);

        List<JournalEntry> listed = Await.on(queries.entries(account, filter)).orElseThrow().items().stream()
                .map(EntryView::entry)
                .toList();

        assertThat(listed)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(posted.stream()
                        .filter(entry -> "txn1".equals(entry.references().transactionId()))
                        .filter(entry -> !entry.postedAt().isBefore(from)
                                && entry.postedAt().isBefore(to))
                        .toList());
    }

    @Test
    void tellsEveryBalanceAsItWasAtAnyInstant() {
        for (JournalEntry entry : posted) {
            AccountView then =
                    Await.on(queries.accountAt(account, entry.postedAt())).orElseThrow();
            for (short balance = 0; balance < 2; balance++) {
                JournalEntry last = lastOf(balance, entry.postedAt());
                AccountView.BalanceView view = then.balances().get(balance);
                assertThat(view.available().minor())
                        .isEqualTo(last == null ? 0 : last.after().available());
                assertThat(view.held().minor())
                        .isEqualTo(last == null ? 0 : last.after().held());
            }
        }
        AccountView before = Await.on(
                        queries.accountAt(account, posted.get(0).postedAt().minusNanos(1_000)))
                .orElseThrow();
        assertThat(before.balances()).allMatch(balance -> balance.available().minor() == 0);
    }

    private @Nullable JournalEntry lastOf(short balance, Instant at) {
        return posted.stream()
                .filter(entry -> entry.position().balance() == balance)
                .filter(entry -> !entry.postedAt().isAfter(at))
                .max(Comparator.comparing(entry -> entry.position().seq()))
                .orElse(null);
    }

    @Test
    void listsHoldsWithWhatHasBecomeOfThem() {
        List<HoldView> listed = new ArrayList<>();
        String cursor = null;
        do {
            Page<HoldView> page =
                    Await.on(queries.holds(account, false, 5, cursor)).orElseThrow();
            listed.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(listed).hasSize(12).extracting(HoldView::ref).doesNotHaveDuplicates();
        assertThat(listed).allSatisfy(hold -> {
            boolean open = hold.status() == HoldStatus.OPEN;
            assertThat(hold.figures().authorized().minor()).isEqualTo(200);
            assertThat(hold.figures().captured().minor()).isEqualTo(50);
            assertThat(hold.figures().released().minor()).isEqualTo(open ? 0 : 150);
            assertThat(hold.figures().remaining().minor()).isEqualTo(open ? 150 : 0);
            assertThat(hold.closedAt() == null).isEqualTo(open);
        });
        assertThat(Await.on(queries.holds(account, true, 500, null))
                        .orElseThrow()
                        .items())
                .hasSize(6)
                .allMatch(hold -> hold.status() == HoldStatus.OPEN);
    }

    @Test
    void gathersTheEntriesOfACardPaymentOldestFirst() {
        List<JournalEntry> listed = Await.on(queries.transaction(engine.tenantId(), "txn2")).entries().stream()
                .map(EntryView::entry)
                .toList();

        assertThat(listed)
                .isEqualTo(posted.stream()
                        .filter(entry -> "txn2".equals(entry.references().transactionId()))
                        .toList());
        assertThat(Await.on(queries.transaction(engine.tenantId(), "no-such-txn"))
                        .entries())
                .isEmpty();
    }

    @Test
    void balancesTheTrialBalanceInEveryCurrency() {
        List<TrialBalance> balances = Await.on(queries.trialBalance(engine.tenantId()));

        assertThat(balances).extracting(balance -> balance.currency().code()).containsExactlyInAnyOrder("PHP", "JPY");
        assertThat(balances)
                .allSatisfy(balance -> assertThat(balance.debits()).isEqualByComparingTo(balance.credits()));
        TrialBalance php = balances.stream()
                .filter(balance -> balance.currency().equals(TestEngine.PHP))
                .findFirst()
                .orElseThrow();
        TrialBalance.Line funding = php.lines().stream()
                .filter(line -> line.code() == LedgerCode.FUNDING)
                .findFirst()
                .orElseThrow();
        assertThat(funding.debits()).isEqualByComparingTo(new BigDecimal("1200.00"));
    }

    @Test
    void tellsAnAccountWithoutEntriesFromNoAccount() {
        EntryFilter all = new EntryFilter(null, null, null, 10, null);

        assertThat(Await.on(queries.entries(engine.key("silent"), all))
                        .orElseThrow()
                        .items())
                .isEmpty();
        assertThat(Await.on(queries.holds(engine.key("silent"), true, 10, null))
                        .orElseThrow()
                        .items())
                .isEmpty();
        assertThat(Await.on(queries.entries(engine.key("nobody"), all))).isEmpty();
        assertThat(Await.on(queries.holds(engine.key("nobody"), true, 10, null)))
                .isEmpty();
        assertThat(Await.on(queries.account(engine.key("nobody")))).isEmpty();
        assertThat(Await.on(queries.accountAt(engine.key("nobody"), Instant.now())))
                .isEmpty();
    }

    @Test
    void showsOneTenantNothingOfAnother() {
        int stranger = Await.on(engine.engine().tenants().create("stranger", "stranger-key-0123456789-0123456789"))
                .id();
        AccountKey sameRef = new AccountKey(stranger, account.ref());

        assertThat(Await.on(queries.account(sameRef))).isEmpty();
        assertThat(Await.on(queries.entries(sameRef, new EntryFilter(null, null, null, 10, null))))
                .isEmpty();
        assertThat(Await.on(queries.holds(sameRef, false, 10, null))).isEmpty();
        assertThat(Await.on(queries.transaction(stranger, "txn1")).entries()).isEmpty();
        assertThat(Await.on(queries.trialBalance(stranger))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage!", "1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17", "'; DROP TABLE journal; --"})
    void refusesACursorThatItHasNotHandedOut(String cursor) {
        EntryFilter filter = new EntryFilter(null, null, null, 10, cursor);

        assertThatThrownBy(() -> Await.on(queries.entries(account, filter)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Await.on(queries.holds(account, false, 10, cursor)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsTheAccountAsItsLastEntriesLeftIt() {
        AccountView view = Await.on(queries.account(account)).orElseThrow();

        for (short balance = 0; balance < 2; balance++) {
            JournalEntry last = Objects.requireNonNull(lastOf(balance, Instant.MAX));
            assertThat(view.balances().get(balance).available().minor())
                    .isEqualTo(last.after().available());
            assertThat(view.balances().get(balance).held().minor())
                    .isEqualTo(last.after().held());
        }
        assertThat(view.balances().get(1).creditLimit()).isEqualTo(new Money(1_000, JPY));
    }
}
