package dev.holdfast.simulator.network.report;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.host.NullHost;
import dev.holdfast.simulator.network.host.TestCards;
import dev.holdfast.simulator.network.knee.Knee;
import dev.holdfast.simulator.network.knee.KneeRun;
import dev.holdfast.simulator.network.knee.KneeStep;
import dev.holdfast.simulator.network.knee.ServiceLevel;
import dev.holdfast.simulator.network.lifecycle.LifeKind;
import dev.holdfast.simulator.network.lifecycle.TrafficMix;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.oracle.Balances;
import dev.holdfast.simulator.network.run.CardPopulation;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.NetworkResult;
import dev.holdfast.simulator.network.run.NetworkSimulation;
import dev.holdfast.simulator.network.run.TrafficOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkReportIT {

    private static final Balances NO_BOOKS = ref -> Future.succeededFuture(new Balances.Standing(1, 0, 0));

    private Vertx vertx;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void tellsARunAsTextAsJsonAndAsAPage() throws Exception {
        NetworkResult result = NetworkSimulation.run(vertx, options(), NO_BOOKS)
                .result()
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        NetworkReport report = NetworkReport.of(result, Instant.now(), "abc1234");

        // The host approves what nobody can pay, so there is something to tell.
        assertThat(NetworkText.of(report)).contains("commit     abc1234", "0100 00", "verdict: diverged", "seed     1");
        assertThat(NetworkJson.of(report)).contains("\"exactly_predicted\"").doesNotContain("999999");
        assertThat(NetworkJson.page(report))
                .contains("Chart.js v4")
                .doesNotContain(
                        "/*chart-library*/", "/*page-style*/", "/*page-script*/", "{\"report\": \"data\"}", "999999");
    }

    @Test
    void findsAKneeAndPlotsIt() throws Exception {
        List<KneeStep> told = new ArrayList<>();
        ServiceLevel unattainable = ServiceLevel.within(Duration.ofNanos(1));
        Knee knee = new KneeRun(vertx, options(), NO_BOOKS, unattainable, told::add)
                .from(100, 2)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        NetworkReport report = NetworkReport.of(options(), knee, Instant.now(), "abc1234");

        assertThat(knee.steps()).isEqualTo(told).hasSize(1);
        assertThat(NetworkText.of(report))
                .contains("knee: below the first rate", "verdict: diverged", "- answer to 0100", "seed     1");
        assertThat(NetworkJson.page(report)).contains("\"p99_limit_ms\"");
    }

    private NetworkOptions options() {
        List<TestCard> cards = List.of(TestCards.card(1), TestCards.card(2));
        int port = new NullHost(vertx, Style.VISA).listen().await();
        return new NetworkOptions(
                1,
                LinkOptions.to("127.0.0.1", port, Style.VISA),
                new CardPopulation(cards, 0, 0),
                TrafficOptions.poisson(200, Duration.ofMillis(300))
                        .withMix(TrafficMix.only(LifeKind.PURCHASE_NOT_CAPTURED)));
    }
}
