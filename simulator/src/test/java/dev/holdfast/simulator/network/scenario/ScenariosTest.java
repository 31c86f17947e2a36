package dev.holdfast.simulator.network.scenario;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.host.HostFaults;
import dev.holdfast.simulator.network.host.ModelHost;
import dev.holdfast.simulator.network.host.Mutation;
import dev.holdfast.simulator.network.host.TestCards;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.link.Traces;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScenariosTest {

    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
    }

    static List<Scenario> all() {
        return Scenarios.all();
    }

    static Stream<Scenario> withoutTicks() {
        return all().stream().filter(scenario -> !scenario.needsClock());
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(all()).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("all")
    void comesOutOnTheModel(Scenario scenario) {
        Traces numbering = new Traces(Clock.systemUTC(), "200352");

        assertThat(new ModelScenarioRunner(false, numbering).run(scenario, cards(scenario)))
                .isEmpty();
        assertThat(new ModelScenarioRunner(true, numbering).run(scenario, cards(scenario)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withoutTicks")
    void comesOutOverARealLink(Scenario scenario) throws Exception {
        Map<String, TestCard> cards = cards(scenario);
        ModelHost host =
                new ModelHost(vertx, Style.MASTERCARD, List.copyOf(cards.values()), HostFaults.NONE, Mutation.NONE);
        scenario.accounts().forEach(account -> host.open(account.name(), account.available(), account.creditLimit()));
        LinkOptions links = LinkOptions.to("127.0.0.1", host.listen().await(), Style.MASTERCARD)
                .withLinks(1);
        NetworkScenarioRunner runner = new NetworkScenarioRunner(
                vertx, links, host.balances(), days -> Future.failedFuture("the host has no clock"));

        assertThat(runner.run(scenario, cards)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS))
                .isEmpty();
    }

    @Test
    void saysWhichLineCameOutOtherwise() {
        Scenario scenario =
                ScenarioFile.read("wrong", "account a PHP 10.00\ncard c a\np authorize c 20.00 -> 00 available=-10.00");

        assertThat(new ModelScenarioRunner(false, new Traces(Clock.systemUTC(), "200352"))
                        .run(scenario, cards(scenario)))
                .containsExactly("3: p authorize c 20.00 -> 00 available=-10.00  BUT DE39 51");
    }

    @Test
    void refusesALineThatItDoesNotUnderstand() {
        assertThatThrownBy(() -> ScenarioFile.read("odd", "account a PHP 10.00\ncard c a\np pay c 20.00 -> 00"))
                .hasMessageContaining("odd, line 3");
    }

    private static Map<String, TestCard> cards(Scenario scenario) {
        Map<String, TestCard> cards = new HashMap<>();
        scenario.cards().forEach(card -> {
            TestCard plain = TestCards.card(cards.size());
            cards.put(
                    card.name(),
                    new TestCard(
                            card.name(),
                            card.account(),
                            plain.embossing(),
                            scenario.accountOf(card.name()).currency(),
                            card.condition()));
        });
        return cards;
    }
}
