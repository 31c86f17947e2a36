package dev.holdfast.ops.network;

import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.ops.scenario.ScenarioCards;
import dev.holdfast.ops.system.HoldfastSystem;
import dev.holdfast.ops.system.VertxInstance;
import dev.holdfast.ops.testing.Eventually;
import dev.holdfast.ops.testing.TestConfiguration;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.run.LedgerBalances;
import dev.holdfast.simulator.network.scenario.NetworkScenarioRunner;
import dev.holdfast.simulator.network.scenario.Scenario;
import dev.holdfast.simulator.network.scenario.Scenarios;
import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.LedgerClient;
import dev.holdfast.simulator.wire.PatientClient;
import dev.holdfast.simulator.wire.RetryOptions;
import dev.holdfast.simulator.wire.Target;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Every scenario of the simulated network, on a whole system, over real links, in every dialect. */
class NetworkScenarioIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = VertxInstance.make();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii-1987", "mastercard-style", "visa-style"})
    void endsAsItsFileSays(String profile) throws Exception {
        try (HoldfastSystem system = HoldfastSystem.start(TestConfiguration.on(DATABASE.url(), profile))) {
            int tenant = await(system.engine().tenants().authenticate(TestConfiguration.KEY))
                    .orElseThrow()
                    .id();
            NetworkScenarioRunner runner = runner(system, profile);
            List<String> wrong = new ArrayList<>();
            for (Scenario scenario : scenarios(profile)) {
                String prefix = profile + "-" + scenario.name() + "-";
                Map<String, TestCard> cards = new ScenarioCards(system.engine(), tenant, prefix).make(scenario);
                await(runner.run(scenario, cards)).forEach(mismatch -> wrong.add(scenario.name() + ": " + mismatch));
            }
            assertThat(wrong).isEmpty();
            assertThat(await(system.engine().verifier().verify()).findings()).isEmpty();
        }
    }

    /** In the Visa style a pre-authorization ends after 10 days, before that scenario adds to it. */
    private static List<Scenario> scenarios(String profile) {
        return Scenarios.all().stream()
                .filter(scenario -> !profile.equals("visa-style")
                        || !scenario.name().equals("expiry-counts-from-the-last-increment"))
                .toList();
    }

    private NetworkScenarioRunner runner(HoldfastSystem system, String profile) {
        Target target = new Target(
                URI.create("http://127.0.0.1:" + system.api().port()), Target.DEFAULT_HEADER, TestConfiguration.KEY);
        LedgerClient client = new LedgerClient(vertx, target, ConnectionOptions.DEFAULT);
        LedgerBalances balances = new LedgerBalances(new PatientClient(vertx, client, RetryOptions.DEFAULT));
        LinkOptions links = LinkOptions.to("127.0.0.1", system.link().port(), Style.named(profile));
        return new NetworkScenarioRunner(vertx, links, balances, NetworkScenarioIT::passDays);
    }

    /** Has every payment due so much sooner, and waits until the engine has looked. */
    private static Future<Void> passDays(int days) {
        DATABASE.execute("UPDATE payment SET expires_at = expires_at - interval '" + days + " days'");
        Eventually.holds(
                "what is over has expired",
                PATIENCE,
                () -> DATABASE.queryText("SELECT count(*) FROM payment WHERE expires_at <= now()")
                        .equals("0"));
        return Future.succeededFuture();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
