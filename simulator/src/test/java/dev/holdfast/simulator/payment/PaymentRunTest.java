package dev.holdfast.simulator.payment;

import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.population.AccountPlan;
import dev.holdfast.simulator.population.Amounts;
import dev.holdfast.simulator.population.CurrencyMix;
import dev.holdfast.simulator.population.Population;
import dev.holdfast.simulator.population.PopulationOptions;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentRunTest {

    private static final PopulationOptions OPTIONS = new PopulationOptions(5, "t", 10, 0.8, CurrencyMix.DEFAULT, 100);

    @Test
    void threadsTheHoldThatTheServerNamed() {
        PaymentRun run = run(LifeKind.PREAUTH_CAPTURED_FOR_LESS);
        assertThat(run.call().target()).isNull();
        run.learn(Operation.HOLD_BALANCE, "hold-9");
        run.advance(true);
        assertThat(run.call().operation()).isEqualTo(Operation.DEBIT_HOLD_BALANCE);
        assertThat(run.call().target()).isEqualTo("hold-9");
        run.advance(true);
        assertThat(run.call().operation()).isEqualTo(Operation.RESTORE_BALANCE);
        assertThat(run.call().target()).isEqualTo("hold-9");
        run.advance(true);
        assertThat(run.isOver()).isTrue();
    }

    @Test
    void threadsTheBalanceThatTheServerNamed() {
        PaymentRun run = run(LifeKind.FINAL_REVERSED);
        run.learn(Operation.DEBIT_BALANCE, "cash");
        run.advance(true);
        assertThat(run.call().operation()).isEqualTo(Operation.CREDIT_BALANCE);
        assertThat(run.call().target()).isEqualTo("cash");
    }

    @Test
    void endsWhenAStepIsRefused() {
        PaymentRun run = run(LifeKind.PREAUTH_CAPTURED);
        run.advance(false);
        assertThat(run.isOver()).isTrue();
    }

    @Test
    void namesNoHoldWhenNoneWasOpened() {
        PaymentRun run = run(LifeKind.SUSPENDED_ACCOUNT);
        List<Operation> sent = new ArrayList<>();
        run.advance(false);
        while (!run.isOver()) {
            sent.add(run.call().operation());
            run.advance(true);
        }
        assertThat(sent).containsExactly(Operation.DEACTIVATE, Operation.DEBIT_BALANCE, Operation.ACTIVATE);
    }

    @Test
    void usesTheSameKeyForAnotherRequestWhenAConflictIsWanted() {
        PaymentRun run = run(LifeKind.KEY_REUSED);
        Call first = run.call();
        assertThat(run.reusesKey()).isFalse();
        run.advance(true);
        assertThat(run.reusesKey()).isTrue();
        assertThat(run.call().key()).isEqualTo(first.key());
        assertThat(run.call()).isNotEqualTo(first);
    }

    @Test
    void sumsOfCapturesAndReleasesAreWhatWasHeld() {
        for (LifeKind kind : Set.of(
                LifeKind.PREAUTH_INCREMENTED,
                LifeKind.PREAUTH_CAPTURED_IN_PARTS,
                LifeKind.PREAUTH_CAPTURED_FOR_LESS,
                LifeKind.PREAUTH_REVERSED_IN_PART)) {
            List<Step> steps = kind.steps(draft());
            assertThat(sum(steps, Operation.HOLD_BALANCE))
                    .as(kind.name())
                    .isEqualTo(sum(steps, Operation.DEBIT_HOLD_BALANCE) + sum(steps, Operation.RESTORE_BALANCE));
        }
    }

    @Test
    void sameSeedGivesTheSamePayments() {
        assertThat(payments(500)).isEqualTo(payments(500));
    }

    @Test
    void drawsEveryKindOfLife() {
        Set<LifeKind> kinds = EnumSet.noneOf(LifeKind.class);
        payments(20_000).forEach(payment -> kinds.add(payment.kind()));
        assertThat(kinds).containsExactlyInAnyOrder(LifeKind.values());
    }

    @Test
    void referencesFitTheWire() {
        PopulationOptions longest =
                new PopulationOptions(5, "a-run-id-of-24-letters--", 1_000_000, 0.8, CurrencyMix.DEFAULT, 100);
        Payment payment = new Payments(new Population(longest), PaymentOptions.DEFAULT, 1).next();
        Call call = new PaymentRun(payment, 0).call();
        assertThat(call.account()).hasSizeLessThanOrEqualTo(64);
        assertThat(call.key().length() + 19).isLessThanOrEqualTo(128);
    }

    private static List<Payment> payments(int count) {
        Payments payments =
                new Payments(new Population(OPTIONS), new PaymentOptions(0.1, 0.1, Duration.ofMillis(10)), 77);
        return IntStream.range(0, count).mapToObj(i -> payments.next()).toList();
    }

    private static PaymentRun run(LifeKind kind) {
        List<Step> steps = kind.steps(draft());
        List<Long> offsets = steps.stream().map(step -> 0L).toList();
        return new PaymentRun(new Payment("pay-1", kind, "acc-1", steps, offsets), 0);
    }

    private static Draft draft() {
        AccountPlan plan = new Population(OPTIONS).plan(0);
        SplittableRandom random = new SplittableRandom(3);
        return new Draft(plan, new Amounts(random), random);
    }

    private static long sum(List<Step> steps, Operation operation) {
        return steps.stream()
                .filter(step -> step.operation() == operation)
                .mapToLong(step -> step.amount() == null ? 0 : step.amount().minor())
                .sum();
    }
}
