package dev.holdfast.simulator;

import dev.holdfast.simulator.load.AccountSetup;
import dev.holdfast.simulator.load.ClosedLoop;
import dev.holdfast.simulator.load.ClosedLoopFigures;
import dev.holdfast.simulator.load.ClosedLoopOptions;
import dev.holdfast.simulator.load.PreparedHolds;
import dev.holdfast.simulator.money.Amount;
import dev.holdfast.simulator.population.CurrencyMix;
import dev.holdfast.simulator.population.Population;
import dev.holdfast.simulator.population.PopulationOptions;
import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.RetryOptions;
import dev.holdfast.simulator.wire.Target;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class ClosedLoopIT {

    @Test
    void countsAnswersAndMeasuresThem() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            int port = new ModelServer(vertx, Mischief.none())
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
            Target target =
                    new Target(URI.create("http://127.0.0.1:" + port), Target.DEFAULT_HEADER, ModelServer.API_KEY);
            Population population = AccountSetup.open(
                            vertx,
                            target,
                            ConnectionOptions.DEFAULT,
                            RetryOptions.DEFAULT,
                            new Population(new PopulationOptions(
                                    1, "bench", 10, 0, new CurrencyMix(Map.of("SGD", 1.0)), 1_000_000)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
            ClosedLoopFigures figures = ClosedLoop.run(
                            vertx,
                            target,
                            new ConnectionOptions(4, 4, Duration.ofSeconds(5)),
                            new ClosedLoopOptions(16, Duration.ofMillis(50), Duration.ofMillis(300)),
                            new PreparedHolds(
                                    "it", 10, index -> population.plan(index).ref(), amount()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
            assertThat(figures.succeeded()).isPositive();
            assertThat(figures.refused()).isZero();
            assertThat(figures.failed()).isZero();
            assertThat(figures.latency().count()).isEqualTo(figures.succeeded());
            assertThat(figures.operationsPerSecond()).isPositive();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    private static Amount amount() {
        return new Amount(1, Currency.getInstance("SGD"));
    }
}
