package dev.holdfast.simulator;

import dev.holdfast.simulator.arrival.ArrivalShape;
import dev.holdfast.simulator.load.LoadOptions;
import dev.holdfast.simulator.payment.PaymentOptions;
import dev.holdfast.simulator.population.CurrencyMix;
import dev.holdfast.simulator.population.PopulationOptions;
import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.RetryOptions;
import dev.holdfast.simulator.wire.Target;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The driver against a server that answers from a model of its own, rightly or wrongly. */
class SimulationIT {

    private static final int ACCOUNTS = 50;

    @SuppressWarnings("NullAway.Init")
    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void isValidWhenEveryAnswerIsRight() throws Exception {
        SimulationResult result = run(Mischief.none(), 1_500);
        assertThat(result.divergences()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.figures().counts().payments().finished()).isEqualTo(1_500);
        assertThat(result.comparison().accounts()).isEqualTo(ACCOUNTS);
        assertThat(result.comparison().holds()).isPositive();
        assertThat(result.figures().counts().deliveries().duplicates()).isPositive();
        assertThat(result.figures().counts().refusals())
                .containsKeys(
                        "insufficient_balance",
                        "account_not_found",
                        "balance_ref_not_found",
                        "hold_not_found",
                        "currency_mismatch",
                        "hold_closed",
                        "hold_amount_exceeded",
                        "idempotency_error",
                        "account_inactive");
    }

    @Test
    void isValidWhenTheServerIsOftenBusyAndLosesAnswers() throws Exception {
        SimulationResult result = run(Mischief.none().busyEvery(7).losingAnswerEvery(11), 500);
        assertThat(result.divergences()).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(result.figures().counts().deliveries().retries()).isPositive();
    }

    @Test
    void namesTheFirstDifferingOperationWhenAnAnswerIsWrong() throws Exception {
        SimulationResult result = run(Mischief.none().wrongInAnswer(400), 500);
        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.divergences().get(0).key()).startsWith("pay-");
        assertThat(result.divergences().get(0).request())
                .contains("/v1/ledger/")
                .contains("idempotency_key");
        assertThat(result.divergences().get(0).expected())
                .isNotEqualTo(result.divergences().get(0).actual());
    }

    @Test
    void divergesWhenAReplayIsNotTheStoredAnswer() throws Exception {
        SimulationResult result = run(Mischief.none().forgettingAnswers(), 300);
        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.divergences().get(0).expected()).startsWith("the same again");
    }

    @Test
    void divergesWhenTheFinalStateIsWrong() throws Exception {
        SimulationResult result = run(Mischief.none().wrongWhenRead(), 50);
        assertThat(result.verdict()).isEqualTo(Verdict.DIVERGED);
        assertThat(result.divergences().get(0).operation()).startsWith("final state of account");
    }

    @Test
    void isUnknownWhenAnOperationNeverGetsAnAnswer() throws Exception {
        SimulationResult result = run(Mischief.none().losingEveryAnswerAfter(ACCOUNTS + 100), 100);
        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.figures().counts().deliveries().unresolved()).isPositive();
    }

    @Test
    void endsEarlyAndStillComparesWhenStopped() throws Exception {
        List<Snapshot> snapshots = new ArrayList<>();
        CountDownLatch loading = new CountDownLatch(1);
        int port = await(new ModelServer(vertx, Mischief.none()).listen());
        SimulationOptions endless = options(port, Long.MAX_VALUE);
        Simulation simulation = Simulation.run(vertx, endless, snapshot -> {
            snapshots.add(snapshot);
            if (snapshot.counts().answered() > 0) {
                loading.countDown();
            }
        });
        assertThat(loading.await(30, TimeUnit.SECONDS)).isTrue();
        simulation.stop();
        SimulationResult result = await(simulation.result());
        assertThat(result.verdict()).isEqualTo(Verdict.VALID);
        assertThat(snapshots.get(snapshots.size() - 1).prepared()).isEqualTo(ACCOUNTS);
    }

    @Test
    void failsWithTheServersAnswerWhenTheKeyIsWrong() throws Exception {
        int port = await(new ModelServer(vertx, Mischief.none()).listen());
        SimulationOptions right = options(port, 10);
        Target wrong = new Target(right.target().baseUri(), Target.DEFAULT_HEADER, "another key");
        SimulationOptions options = new SimulationOptions(
                wrong, right.delivery(), right.population(), right.payments(), right.load(), right.labels());
        Future<SimulationResult> result =
                Simulation.run(vertx, options, snapshot -> {}).result();
        assertThat(result.transform(ended -> Future.succeededFuture(ended.cause()))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS))
                .hasMessageContaining("401")
                .hasMessageNotContaining("another key");
    }

    private static SimulationResult run(Mischief mischief, long payments) throws Exception {
        int port = await(new ModelServer(vertx, mischief).listen());
        return await(
                Simulation.run(vertx, options(port, payments), snapshot -> {}).result());
    }

    private static SimulationOptions options(int port, long payments) {
        return new SimulationOptions(
                new Target(URI.create("http://127.0.0.1:" + port), Target.DEFAULT_HEADER, ModelServer.API_KEY),
                new SimulationOptions.Delivery(
                        new ConnectionOptions(16, 1, Duration.ofMillis(500)),
                        new RetryOptions(12, Duration.ofMillis(1), Duration.ofMillis(10))),
                new PopulationOptions(42, "it", ACCOUNTS, 0.9, CurrencyMix.DEFAULT, 1_000),
                new PaymentOptions(0.2, 0.1, Duration.ofMillis(5)),
                new LoadOptions(
                        new ArrivalShape.Poisson(2_000),
                        Duration.ofSeconds(30),
                        payments,
                        64,
                        10_000,
                        Duration.ofSeconds(10)),
                RunLabels.UNKNOWN);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
