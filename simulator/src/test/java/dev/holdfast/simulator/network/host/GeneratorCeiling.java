package dev.holdfast.simulator.network.host;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.knee.KneeStep;
import dev.holdfast.simulator.network.knee.ServiceLevel;
import dev.holdfast.simulator.network.lifecycle.LifeKind;
import dev.holdfast.simulator.network.lifecycle.TrafficMix;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.oracle.Balances;
import dev.holdfast.simulator.network.run.CardPopulation;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.NetworkSimulation;
import dev.holdfast.simulator.network.run.TrafficOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures how many authorizations a second the generator itself can send and examine, oracle included, against a host that
 * does nothing. Run by hand, on a quiet machine, with rates as arguments; the highest that is not generator-bound is the
 * ceiling.
 */
public final class GeneratorCeiling {

    private static final Balances NO_BOOKS =
            ref -> Future.succeededFuture(new Balances.Standing(0, 0, Long.MAX_VALUE / 4));

    private GeneratorCeiling() {}

    public static void main(String[] rates) {
        Vertx vertx = Vertx.vertx();
        int port = new NullHost(vertx, Style.MASTERCARD).listen().await();
        List<TestCard> cards =
                IntStream.range(0, 1_000).mapToObj(TestCards::card).toList();
        for (String rate : rates) {
            double perSecond = Double.parseDouble(rate);
            NetworkOptions options = new NetworkOptions(
                    1,
                    LinkOptions.to("127.0.0.1", port, Style.MASTERCARD),
                    new CardPopulation(cards, 0.8, 0),
                    TrafficOptions.poisson(perSecond, Duration.ofSeconds(5))
                            .withMix(TrafficMix.only(LifeKind.PURCHASE_NOT_CAPTURED)));
            NetworkSimulation.run(vertx, options, NO_BOOKS)
                    .result()
                    .onSuccess(result -> System.out.println(
                            KneeStep.of(perSecond, result.figures(), ServiceLevel.within(Duration.ofMillis(20)))))
                    .await();
        }
        vertx.close().await();
    }
}
