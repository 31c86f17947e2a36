package dev.holdfast.engine.control;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static dev.holdfast.engine.control.Purchases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

class BacktestRunTest {

    private static final ControlSet DRAFT = ControlSet.draft(
            new ControlVersion("everyday", 1),
            List.of(new Rule.Block("all", List.of(new Condition.MccIn(Set.of(MccRange.of(5411)))))));

    @Test
    void takesPagesUntilOneIsEmpty() {
        List<List<PastEvent>> pages = IntStream.range(0, 20_000)
                .mapToObj(i -> List.<PastEvent>of(bought(i)))
                .collect(Collectors.toCollection(ArrayList::new));

        BacktestReport report = BacktestRun.start(
                        DRAFT,
                        () -> Future.succeededFuture(pages.isEmpty() ? List.of() : pages.remove(pages.size() - 1)))
                .result();

        assertThat(report.counts().asked()).isEqualTo(20_000);
        assertThat(report.newlyDeclined()).hasSize(20_000);
    }

    @Test
    void waitsForAPageThatComesLater() {
        Promise<List<PastEvent>> later = Promise.promise();
        List<Future<List<PastEvent>>> pages = new ArrayList<>(
                List.of(later.future(), Future.succeededFuture(List.of(bought(1))), Future.succeededFuture(List.of())));
        Future<BacktestReport> report = BacktestRun.start(DRAFT, () -> pages.remove(0));
        assertThat(report.isComplete()).isFalse();

        later.complete(List.of(bought(0)));

        assertThat(report.result().counts().asked()).isEqualTo(2);
    }

    @Test
    void failsWithWhatReadingFailsWithAndWithEventsOutOfOrder() {
        IllegalStateException broken = new IllegalStateException("away");
        assertThat(BacktestRun.start(DRAFT, () -> Future.failedFuture(broken)).cause())
                .isSameAs(broken);

        PastEvent second = new PastEvent.Bought("b", Purchases.at(NOON.minusSeconds(1)), PastOutcome.APPROVED);
        assertThat(BacktestRun.start(DRAFT, () -> Future.succeededFuture(List.of(bought(0), second)))
                        .cause())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PastEvent bought(int message) {
        return new PastEvent.Bought("m" + message, Purchases.at(NOON), PastOutcome.APPROVED);
    }
}
