package dev.holdfast.simulator.load;

import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.payment.LifeKind;
import dev.holdfast.simulator.payment.Naming;
import dev.holdfast.simulator.payment.Payment;
import dev.holdfast.simulator.payment.PaymentOptions;
import dev.holdfast.simulator.payment.PaymentRun;
import dev.holdfast.simulator.payment.Payments;
import dev.holdfast.simulator.payment.Step;
import dev.holdfast.simulator.population.CurrencyMix;
import dev.holdfast.simulator.population.Population;
import dev.holdfast.simulator.population.PopulationOptions;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LoadPartsTest {

    private static final Amount AMOUNT = new Amount(1_00, Currency.getInstance("SGD"));

    private final AccountLanes lanes = new AccountLanes();

    @Test
    void letsOneOperationOfAnAccountOutAtATime() {
        Delivery first = delivery("a");
        Delivery second = delivery("a");
        Delivery other = delivery("b");
        lanes.add(first);
        lanes.add(second);
        lanes.add(other);
        assertThat(lanes.take()).isSameAs(first);
        assertThat(lanes.take()).isSameAs(other);
        assertThat(lanes.take()).isNull();
        assertThat(lanes.waiting()).isEqualTo(1);
        lanes.release(first);
        assertThat(lanes.take()).isSameAs(second);
        assertThat(lanes.waiting()).isZero();
    }

    @Test
    void queuesBehindAnOperationThatIsOut() {
        Delivery first = delivery("a");
        Delivery second = delivery("a");
        lanes.add(first);
        assertThat(lanes.take()).isSameAs(first);
        lanes.add(second);
        assertThat(lanes.take()).isNull();
        lanes.release(first);
        assertThat(lanes.take()).isSameAs(second);
        lanes.release(second);
        lanes.add(first);
        assertThat(lanes.take()).isSameAs(first);
    }

    @Test
    void dropsWhatWaitsForAClosedAccount() {
        Delivery first = delivery("a");
        lanes.add(first);
        lanes.add(delivery("a"));
        lanes.take();
        lanes.close(first);
        assertThat(lanes.waiting()).isZero();
        assertThat(lanes.isClosed("a")).isTrue();
        assertThat(lanes.take()).isNull();
    }

    @Test
    void runsTheAgendaInTheOrderOfTime() {
        Agenda agenda = new Agenda();
        List<String> done = new ArrayList<>();
        agenda.at(30, () -> done.add("late"));
        agenda.at(10, () -> done.add("early"));
        agenda.at(20, () -> agenda.at(15, () -> done.add("added")));
        agenda.runUntil(25);
        assertThat(done).containsExactly("early", "added");
        assertThat(agenda.isEmpty()).isFalse();
        agenda.runUntil(30);
        assertThat(done).endsWith("late");
    }

    @Test
    void keepsASeriesOfBoundedLength() {
        Series series = new Series();
        for (int i = 1; i <= 100_000; i++) {
            series.add(new Interval(i, 100, 1, i, new Interval.State(0, 0, 0)));
        }
        List<Interval> intervals = series.intervals();
        assertThat(intervals).hasSizeBetween(500, 1_200);
        assertThat(intervals).allMatch(interval -> interval.operationsPerSecond() == 100);
        assertThat(intervals.get(intervals.size() - 1).endSeconds()).isGreaterThan(99_000);
    }

    @Test
    void countsLongTimesAsTheLongest() {
        Latency latency = new Latency();
        latency.recordNanos(3_600_000_000_000L);
        latency.recordNanos(-5);
        assertThat(latency.percentiles().max()).isBetween(60_000.0, 60_100.0);
        assertThat(latency.percentiles().count()).isEqualTo(2);
    }

    private static Delivery delivery(String account) {
        Step step = new Step(Operation.DEBIT_BALANCE, AMOUNT, Naming.NOTHING, Step.Flow.NORMAL);
        Payment payment = new Payment("p", LifeKind.FINAL_CLEARED, account, List.of(step), List.of(0L));
        Population population = new Population(new PopulationOptions(1, "t", 1, 0, CurrencyMix.DEFAULT, 0));
        return new Delivery(new PaymentRun(payment, 0), new Payments(population, PaymentOptions.DEFAULT, 1));
    }
}
