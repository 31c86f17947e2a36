package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.load.Percentiles;
import dev.holdfast.simulator.network.link.LinkCounts;
import dev.holdfast.simulator.network.link.Reply;
import dev.holdfast.simulator.network.message.Kind;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkRecorderTest {

    private static final NetworkAnswer APPROVED = new NetworkAnswer("00", "ABC123", 100, null);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final NetworkRecorder recorder = new NetworkRecorder();

    @Test
    void isNotGeneratorBoundByTheRepeatOfARequestThatTimedOut() {
        recorder.begin(0, 0);
        recorder.ended(Kind.AUTHORIZATION, 0, new Reply(null, 1_000, 3 * SECOND), true);
        recorder.ended(Kind.AUTHORIZATION, 0, new Reply(APPROVED, 3 * SECOND, 4 * SECOND), false);

        NetworkFigures figures = figures();
        assertThat(figures.isGeneratorBound()).isFalse();
        assertThat(figures.latencies().sendLag().percentiles().count()).isEqualTo(1);
        assertThat(figures.latencies().requests().percentiles().max()).isBetween(3_999.0, 4_004.0);
    }

    @Test
    void keepsTheLatenciesOfEachTypeAndAnswerApart() {
        recorder.begin(0, 0);
        recorder.ended(Kind.AUTHORIZATION, 0, new Reply(APPROVED, 0, SECOND / 1_000), true);
        recorder.ended(Kind.AUTHORIZATION, 0, new Reply(null, 0, 3 * SECOND), true);
        recorder.ended(Kind.REVERSAL, 0, new Reply(APPROVED, 0, SECOND / 500), true);

        assertThat(figures().latencies().byAnswer()).containsOnlyKeys("0100 00", "0100 none", "0400 00");
        assertThat(figures().latencies().byAnswer().values())
                .extracting(Percentiles::count)
                .containsOnly(1L);
        assertThat(figures().latencies().advices().hgrm())
                .contains("Value     Percentile TotalCount 1/(1-Percentile)")
                .contains("#[Max     =        2.000");
    }

    private NetworkFigures figures() {
        return recorder.figures(
                Duration.ofSeconds(4), new NetworkFigures.Payments(1, 1, 0, 0, 0), new LinkCounts(2, 1, 0, 1, 0, 0));
    }
}
