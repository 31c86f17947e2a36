package dev.holdfast.engine.account;

import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.account.AccountOutcome.Done;
import dev.holdfast.engine.account.AccountOutcome.Rejected;
import dev.holdfast.engine.account.AccountOutcome.Rejection;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class AccountsIT {

    private static final Currency PHP = TestEngine.PHP;

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    @Test
    void opensAnAccountWithItsBalancesInOrder() {
        List<NewBalance> balances = IntStream.range(0, AccountOpening.MAX_BALANCES)
                .mapToObj(i -> new NewBalance("balance" + i, PHP, i * 100L))
                .toList();

        Done done = (Done) open(new AccountOpening(engine.key("many"), balances));

        assertThat(done.replayed()).isFalse();
        assertThat(done.account().balances())
                .extracting(AccountView.BalanceView::ref)
                .isEqualTo(balances.stream().map(NewBalance::ref).toList());
        assertThat(Await.on(engine.engine().queries().account(engine.key("many"))))
                .contains(done.account());
    }

    @Test
    void answersTheSameOpeningAsTheFirstTimeWhateverHasHappenedSince() {
        AccountOpening opening = opening("again", 100);
        Done first = (Done) open(opening);
        Await.on(engine.apply(engine.deposit("again", "k1", 500)));
        change(new AccountChange(engine.key("again"), AccountStatus.INACTIVE, new Money(7, PHP), null));

        assertThat(open(opening)).isEqualTo(new Done(first.account(), true));
    }

    @Test
    void rejectsAnotherOpeningOfTheSameReference() {
        open(opening("taken", 100));

        assertThat(open(opening("taken", 101))).isEqualTo(new Rejected(Rejection.REF_TAKEN));
        assertThat(open(new AccountOpening(
                        engine.key("taken"), List.of(new NewBalance("default", Currency.of("JPY"), 100)))))
                .isEqualTo(new Rejected(Rejection.REF_TAKEN));
    }

    @Test
    void opensOnceForManyAtOnce() {
        List<Future<AccountOutcome>> answers = IntStream.range(0, 50)
                .mapToObj(i -> engine.engine().accounts().open(opening("crowd", i % 2), TestEngine.deadline()))
                .toList();

        List<AccountOutcome> outcomes = answers.stream().map(Await::on).toList();

        assertThat(outcomes.stream().filter(outcome -> outcome instanceof Done done && !done.replayed()))
                .hasSize(1);
        assertThat(outcomes.stream().filter(Rejected.class::isInstance)).hasSize(25);
    }

    @Test
    void givesTwoTenantsAnAccountEachUnderTheSameReference() {
        int other = Await.on(engine.engine().tenants().create("other", "other-key-0123456789-0123456789"))
                .id();
        open(opening("shared", 0));

        assertThat(open(new AccountOpening(
                        new AccountKey(other, "shared"), List.of(new NewBalance("default", PHP, 5)))))
                .isInstanceOf(Done.class);
        assertThat(Await.on(engine.engine().queries().account(engine.key("shared")))
                        .orElseThrow()
                        .balances()
                        .get(0)
                        .creditLimit()
                        .minor())
                .isZero();
    }

    @Test
    void changesWhatIsAskedAndLeavesTheRest() {
        open(opening("changed", 100));

        change(new AccountChange(engine.key("changed"), AccountStatus.INACTIVE, null, null));
        Done done = (Done) change(new AccountChange(engine.key("changed"), null, new Money(250, PHP), "default"));

        assertThat(done.account().status()).isEqualTo(AccountStatus.INACTIVE);
        assertThat(done.account().balances().get(0).creditLimit().minor()).isEqualTo(250);
        assertThat(Await.on(engine.engine().queries().account(engine.key("changed"))))
                .contains(done.account());
    }

    @Test
    void changesNothingWhenAnyPartOfAChangeIsRejected() {
        open(opening("whole", 100));
        AccountKey key = engine.key("whole");

        assertThat(change(new AccountChange(key, AccountStatus.INACTIVE, new Money(1, PHP), "none")))
                .isEqualTo(new Rejected(Rejection.BALANCE_REF_NOT_FOUND));
        assertThat(change(new AccountChange(key, AccountStatus.INACTIVE, new Money(1, Currency.of("SGD")), null)))
                .isEqualTo(new Rejected(Rejection.CURRENCY_MISMATCH));
        assertThat(change(new AccountChange(engine.key("nobody"), AccountStatus.INACTIVE, null, null)))
                .isEqualTo(new Rejected(Rejection.ACCOUNT_NOT_FOUND));

        AccountView view = Await.on(engine.engine().queries().account(key)).orElseThrow();
        assertThat(view.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(view.balances().get(0).creditLimit().minor()).isEqualTo(100);
    }

    @Test
    void operatesOnAnAccountInTheBatchThatOpensIt() {
        Future<AccountOutcome> opened =
                engine.engine().accounts().open(opening("same-batch", 0), TestEngine.deadline());
        Future<?> deposited = engine.apply(engine.deposit("same-batch", "k1", 100));
        Future<?> debited = engine.apply(engine.debit("same-batch", "k2", 60));

        Await.on(opened);
        Await.on(deposited);
        Await.on(debited);
        assertThat(Await.on(engine.engine().queries().account(engine.key("same-batch")))
                        .orElseThrow()
                        .balances()
                        .get(0)
                        .available()
                        .minor())
                .isEqualTo(40);
    }

    private AccountOpening opening(String account, long creditLimitMinor) {
        return new AccountOpening(engine.key(account), List.of(new NewBalance("default", PHP, creditLimitMinor)));
    }

    private AccountOutcome open(AccountOpening opening) {
        return Await.on(engine.engine().accounts().open(opening, TestEngine.deadline()));
    }

    private AccountOutcome change(AccountChange change) {
        return Await.on(engine.engine().accounts().change(change, TestEngine.deadline()));
    }
}
