package dev.holdfast.simulator.network.fault;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.host.HostFaults;
import dev.holdfast.simulator.network.host.ModelHost;
import dev.holdfast.simulator.network.host.Mutation;
import dev.holdfast.simulator.network.host.TestCards;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.oracle.Divergence;
import dev.holdfast.simulator.network.run.CardPopulation;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.NetworkResult;
import dev.holdfast.simulator.network.run.NetworkSimulation;
import dev.holdfast.simulator.network.run.TrafficOptions;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class FaultyProxyIT {

    private static final Duration TIMER = Duration.ofMillis(150);

    private final List<TestCard> cards = TestCards.of(200);
    private Vertx vertx;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii-1987", "mastercard-style", "visa-style"})
    void anHonestHostNeverDivergesWhateverHappensOnTheWay(String name) throws Exception {
        Style style = Style.named(name);
        ModelHost host = host(style);
        LinkOptions links = links(host, style);
        FaultyProxy proxy = new FaultyProxy(vertx, links, FaultPlan.everything(TIMER.multipliedBy(2)), 5);

        NetworkResult result = run(host, links.at("127.0.0.1", proxy.listen().await()));

        assertThat(describe(result)).isEmpty();
        assertThat(result.isValid()).isTrue();
        assertThat(proxy.counts().keySet()).containsExactlyInAnyOrder(Fault.values());
        assertThat(result.figures().links().lost()).isPositive();
    }

    @Test
    void mistreatsOneLinkAlone() throws Exception {
        Style style = Style.MASTERCARD;
        ModelHost host = host(style);
        LinkOptions links = links(host, style);
        FaultPlan everything = FaultPlan.everything(TIMER.multipliedBy(2));
        FaultyProxy proxy = new FaultyProxy(vertx, links, link -> link == 2 ? everything : FaultPlan.NONE, 5);

        NetworkResult result = run(host, links.at("127.0.0.1", proxy.listen().await()));

        assertThat(describe(result)).isEmpty();
        assertThat(proxy.faultyLinks()).containsExactly(2);
        assertThat(result.figures().links().lost()).isPositive();
    }

    @Test
    void theNetworkStandsInDuringAnOutageAndSaysSoAfterwards() throws Exception {
        Style style = Style.MASTERCARD;
        ModelHost host = host(style);
        LinkOptions links = links(host, style);
        FaultyProxy proxy = new FaultyProxy(vertx, links, FaultPlan.NONE, 5);
        int port = proxy.listen().await();
        vertx.setTimer(500, timer -> proxy.outage(Duration.ofMillis(600)));

        NetworkResult result = run(host, links.at("127.0.0.1", port));

        assertThat(describe(result)).isEmpty();
        assertThat(result.isValid()).isTrue();
        assertThat(result.figures().payments().stoodIn()).isGreaterThan(50);
    }

    private NetworkResult run(ModelHost host, LinkOptions links) throws Exception {
        NetworkOptions options = new NetworkOptions(
                        3,
                        links,
                        new CardPopulation(cards, 0.8, 0.02),
                        TrafficOptions.poisson(1_500, Duration.ofSeconds(2)).withPause(Duration.ofMillis(20)))
                .withTolerance(new NetworkOptions.Tolerance(Set.of(), true));
        return NetworkSimulation.run(vertx, options, host.balances())
                .result()
                .toCompletionStage()
                .toCompletableFuture()
                .get(90, TimeUnit.SECONDS);
    }

    private ModelHost host(Style style) {
        ModelHost host = new ModelHost(vertx, style, cards, HostFaults.NONE, Mutation.NONE);
        cards.forEach(card -> host.open(card.accountRef(), 500_000, 0));
        return host;
    }

    private static LinkOptions links(ModelHost host, Style style) {
        return LinkOptions.to("127.0.0.1", host.listen().await(), style).withTimer(TIMER);
    }

    private static String describe(NetworkResult result) {
        return result.divergences().stream().limit(3).map(Divergence::describe).collect(Collectors.joining("\n"));
    }
}
