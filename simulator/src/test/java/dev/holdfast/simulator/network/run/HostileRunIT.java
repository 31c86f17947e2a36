package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.host.HostFaults;
import dev.holdfast.simulator.network.host.ModelHost;
import dev.holdfast.simulator.network.host.Mutation;
import dev.holdfast.simulator.network.host.TestCards;
import dev.holdfast.simulator.network.lifecycle.LifeKind;
import dev.holdfast.simulator.network.lifecycle.TrafficMix;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.oracle.Divergence;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class HostileRunIT {

    private static final long OPENING_MINOR = 500_000;
    private static final HostFaults FAULTS = new HostFaults(0.01, 0.01, 0.01, 400);

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
    void onePurchaseIsApprovedAndCharged() throws Exception {
        NetworkResult result =
                run(Style.ASCII, HostFaults.NONE, Mutation.NONE, TrafficMix.only(LifeKind.PURCHASE), 100, 100);

        assertThat(result.divergences()).isEmpty();
        assertThat(result.isValid()).isTrue();
        assertThat(result.figures().answers()).containsKey("0100 00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii-1987", "mastercard-style", "visa-style"})
    void anHonestHostNeverDivergesThoughMessagesAreLostAndLate(String style) throws Exception {
        NetworkResult result = run(Style.named(style), FAULTS, Mutation.NONE, TrafficMix.WITH_TWO_NAMES, 4_000, 4_000);

        assertThat(describe(result)).isEmpty();
        assertThat(result.isValid()).isTrue();
        assertThat(result.figures().links().sent()).isGreaterThan(20_000);
        assertThat(result.exactlyPredicted()).isGreaterThan(1_000);
        assertThat(result.figures().links().late()).isPositive();
        assertThat(result.figures().links().timedOut()).isPositive();
        assertThat(result.figures().payments().stoodIn()).isPositive();
        assertThat(result.figures().payments().expired()).isPositive();
        assertThat(result.figures().answers()).containsKeys("0200 00", "0200 55", "0200 75");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void findsEveryMistakeOfAHost(Mutation mutation) throws Exception {
        NetworkResult result = run(Style.MASTERCARD, FAULTS, mutation, TrafficMix.even(), 2_000, 1_000);

        assertThat(result.divergenceCount()).as(mutation.name()).isPositive();
        assertThat(result.divergences().get(0).describe())
                .contains("seed     11")
                .doesNotContain("999999");
    }

    private NetworkResult run(
            Style style, HostFaults faults, Mutation mutation, TrafficMix mix, double perSecond, long millis)
            throws Exception {
        List<TestCard> cards = TestCards.of(200);
        ModelHost host = new ModelHost(vertx, style, cards, faults, mutation);
        cards.forEach(card -> host.open(card.accountRef(), OPENING_MINOR, 0));
        int port = host.listen().await();
        LinkOptions links = LinkOptions.to("127.0.0.1", port, style).withTimer(Duration.ofMillis(200));
        TrafficOptions traffic = TrafficOptions.poisson(perSecond, Duration.ofMillis(millis))
                .withMix(mix)
                .withPause(Duration.ofMillis(20));
        NetworkOptions options = new NetworkOptions(11, links, new CardPopulation(cards, 0.8, 0.02), traffic)
                .withExpiry(ModelHost.SHORT_LIVED);
        return NetworkSimulation.run(vertx, options, host.balances())
                .result()
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private static String describe(NetworkResult result) {
        return result.divergences().stream().limit(3).map(Divergence::describe).collect(Collectors.joining("\n"));
    }
}
