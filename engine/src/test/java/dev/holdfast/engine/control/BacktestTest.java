package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Money;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static dev.holdfast.engine.control.Purchases.NOON;
import static dev.holdfast.engine.control.Purchases.SGD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BacktestTest {

    private static final ControlVersion VERSION = new ControlVersion("everyday", 4);
    private static final Counter HOURLY =
            new Counter(Scope.CARD, new Window.Sliding(Duration.ofHours(1)), SGD, Set.of());
    private static final ControlSet DRAFT = ControlSet.draft(
            VERSION,
            List.of(
                    new Rule.AmountLimit("small", List.of(), new Money(100_00, SGD)),
                    new Rule.VelocityLimit("two an hour", HOURLY, 2L, null)));

    @Test
    void saysWhatWouldHaveBeenDeclinedAndWhy() {
        BacktestReport report =
                run(approved("m1", 0, 10_00), approved("m2", 10, 200_00), approved("m3", 20, 1), approved("m4", 30, 1));

        assertThat(report.version()).isEqualTo(VERSION);
        assertThat(report.counts().asked()).isEqualTo(4);
        assertThat(report.newlyDeclined())
                .containsExactly(
                        declined("m2", 10, "small", ControlReason.AMOUNT_EXCEEDED),
                        declined("m4", 30, "two an hour", ControlReason.CARD_COUNT_EXCEEDED));
        assertThat(report.counts().reasons())
                .isEqualTo(Map.of(ControlReason.AMOUNT_EXCEEDED, 1, ControlReason.CARD_COUNT_EXCEEDED, 1));
    }

    @Test
    void whatItDeclinesMakesRoomForWhatFollows() {
        BacktestReport report =
                run(approved("m1", 0, 1), approved("m2", 30, 1), approved("m3", 59, 1), approved("m4", 60, 1));

        assertThat(report.newlyDeclined())
                .extracting(BacktestReport.Declined::message)
                .containsExactly("m3");
    }

    @Test
    void reversalsGiveBackWhereverTheyCome() {
        BacktestReport report = run(
                new PastEvent.Reversed("m2"),
                approved("m1", 0, 1),
                approved("m2", 1, 1),
                approved("m3", 2, 5_00),
                new PastEvent.PartReversed("m3", 4_99),
                approved("m4", 3, 1),
                new PastEvent.PartReversed("m3", 1),
                approved("m5", 4, 1));

        assertThat(report.newlyDeclined())
                .extracting(BacktestReport.Declined::message)
                .containsExactly("m4");
    }

    @Test
    void forcedMovementsCountAndAreNotAsked() {
        BacktestReport report = run(
                bought("m1", 0, 500_00, PastOutcome.FORCED),
                bought("m2", 1, 1, PastOutcome.FORCED),
                approved("m3", 2, 1));

        assertThat(report.counts().asked()).isEqualTo(1);
        assertThat(report.newlyDeclined())
                .extracting(BacktestReport.Declined::message)
                .containsExactly("m3");
    }

    @Test
    void whatWasDeclinedForAnotherReasonIsNeitherAskedNorCounted() {
        BacktestReport report = run(
                bought("m1", 0, 1, PastOutcome.DECLINED_OTHERWISE),
                bought("m2", 1, 1, PastOutcome.DECLINED_OTHERWISE),
                approved("m3", 2, 1));

        assertThat(report.counts().asked()).isEqualTo(1);
        assertThat(report.newlyDeclined()).isEmpty();
    }

    @Test
    void whatOtherControlsDeclinedMayBeApprovedAndThenCounts() {
        BacktestReport report = run(
                bought("m1", 0, 1, PastOutcome.DECLINED_BY_CONTROLS),
                bought("m2", 1, 999_00, PastOutcome.DECLINED_BY_CONTROLS),
                approved("m3", 2, 1),
                approved("m4", 3, 1));

        assertThat(report.newlyApproved()).containsExactly(new BacktestReport.Approved("m1", minute(0)));
        assertThat(report.newlyDeclined())
                .extracting(BacktestReport.Declined::message)
                .containsExactly("m4");
        assertThat(report.counts().reasons()).containsEntry(ControlReason.AMOUNT_EXCEEDED, 1);
    }

    @Test
    void refusesPurchasesOutOfOrder() {
        assertThatThrownBy(() -> run(approved("m1", 1, 1), approved("m2", 0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreEventsThanTheBound() {
        List<PastEvent> many = Collections.nCopies(Backtest.MAX_EVENTS + 1, new PastEvent.Reversed("m1"));

        assertThatThrownBy(() -> Backtest.run(DRAFT, many)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BacktestReport run(PastEvent... events) {
        return Backtest.run(DRAFT, List.of(events));
    }

    private static PastEvent approved(String message, int minute, long minor) {
        return bought(message, minute, minor, PastOutcome.APPROVED);
    }

    private static PastEvent bought(String message, int minute, long minor, PastOutcome outcome) {
        return new PastEvent.Bought(message, Purchases.of(minute(minute), minor), outcome);
    }

    private static BacktestReport.Declined declined(String message, int minute, String rule, ControlReason reason) {
        return new BacktestReport.Declined(message, minute(minute), List.of(new Violation(VERSION, rule, reason)));
    }

    private static Instant minute(int minute) {
        return NOON.plusSeconds(60L * minute);
    }
}
