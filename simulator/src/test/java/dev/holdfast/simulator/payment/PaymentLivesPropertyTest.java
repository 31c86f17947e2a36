package dev.holdfast.simulator.payment;

import dev.holdfast.simulator.model.Book;
import dev.holdfast.simulator.model.ModelAccount;
import dev.holdfast.simulator.model.ModelBalance;
import dev.holdfast.simulator.model.ModelHold;
import dev.holdfast.simulator.model.Prediction;
import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.operation.References;
import dev.holdfast.simulator.population.AccountPlan;
import dev.holdfast.simulator.population.CurrencyMix;
import dev.holdfast.simulator.population.Population;
import dev.holdfast.simulator.population.PopulationOptions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** Many payments, their steps interleaved at random, against the model: money only moves. */
class PaymentLivesPropertyTest {

    private final List<PaymentRun> underWay = new ArrayList<>();
    private long named;

    @Property(tries = 200)
    void livesConserveMoney(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int accounts) {
        Population population =
                new Population(new PopulationOptions(seed, "p", accounts, 0.9, CurrencyMix.DEFAULT, 500));
        Book book = opened(population);
        Payments payments = new Payments(population, new PaymentOptions(0.2, 0, Duration.ofMillis(1)), seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            underWay.add(new PaymentRun(payments.next(), 0));
            while (underWay.size() > 5) {
                step(book, random);
            }
            assertInvariants(book);
        }
        while (!underWay.isEmpty()) {
            step(book, random);
        }
        assertInvariants(book);
        assertThat(book.accounts()).allMatch(ModelAccount::isActive);
    }

    private void step(Book book, SplittableRandom random) {
        PaymentRun run = underWay.get(random.nextInt(underWay.size()));
        Call call = run.call();
        Prediction prediction = book.apply(call);
        boolean success = prediction instanceof Prediction.Applied;
        if (prediction instanceof Prediction.Applied applied) {
            run.learn(call.operation(), ref(book, call, applied));
        }
        run.advance(success);
        if (run.isOver()) {
            underWay.remove(run);
        }
    }

    private @Nullable String ref(Book book, Call call, Prediction.Applied applied) {
        ModelHold opened = applied.opened();
        if (opened == null) {
            return applied.ref();
        }
        String ref = "h" + named++;
        book.nameHold(call, opened, ref);
        return ref;
    }

    private static Book opened(Population population) {
        Book book = new Book();
        for (int i = 0; i < population.size(); i++) {
            AccountPlan plan = population.plan(i);
            ModelAccount account = new ModelAccount(
                    plan.ref(), plan.currency(), plan.creditLimit().minor());
            account.addBalance(AccountPlan.PROMO_BALANCE, plan.currency(), 0);
            book.add(account);
            References references = new References("t", "funding", "a");
            book.apply(new Call(Operation.DEPOSIT, plan.ref(), references, plan.funding(), null));
        }
        return book;
    }

    private static void assertInvariants(Book book) {
        long open = 0;
        for (ModelAccount account : book.accounts()) {
            for (ModelBalance balance : account.balances()) {
                assertThat(balance.available() + balance.held()).isEqualTo(balance.funded() + balance.settled());
                assertThat(balance.held()).isEqualTo(remaining(account, balance));
            }
            open += account.holds().stream().filter(ModelHold::isOpen).count();
        }
        assertThat(book.openHolds()).isEqualTo(open);
    }

    private static long remaining(ModelAccount account, ModelBalance balance) {
        return account.holds().stream()
                .filter(hold -> hold.balance().ref().equals(balance.ref()))
                .peek(hold -> assertThat(hold.remaining()).isNotNegative())
                .peek(hold -> assertThat(hold.captured()).isNotNegative())
                .mapToLong(ModelHold::remaining)
                .sum();
    }
}
