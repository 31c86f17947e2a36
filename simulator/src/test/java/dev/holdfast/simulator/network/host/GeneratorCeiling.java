package dev.holdfast.simulator.network.host;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.knee.KneeRun;
import dev.holdfast.simulator.network.knee.ServiceLevel;
import dev.holdfast.simulator.network.lifecycle.LifeKind;
import dev.holdfast.simulator.network.lifecycle.TrafficMix;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.oracle.Balances;
import dev.holdfast.simulator.network.run.CardPopulation;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.TrafficOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Measures how many authorizations a second the generator itself can send and examine. Run by hand. */
public final class GeneratorCeiling {

    private GeneratorCeiling() {}

    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        List<TestCard> cards =
                IntStream.range(0, 1_000).mapToObj(TestCards::card).toList();
        Style style = Style.MASTERCARD;
        int port = new NullHost(vertx, style).listen().await();
        NetworkOptions options = new NetworkOptions(
                1,
                LinkOptions.to("127.0.0.1", port, style),
                new CardPopulation(cards, 0.8, 0),
                TrafficOptions.poisson(1, Duration.ofSeconds(3))
                        .withMix(TrafficMix.only(LifeKind.PURCHASE_NOT_CAPTURED)));
        Balances none = ref -> Future.succeededFuture(new Balances.Standing(0, 0, Long.MAX_VALUE / 4));
        new KneeRun(vertx, options, none, ServiceLevel.within(Duration.ofMillis(10)), step -> System.out.println(step))
                .from(5_000, 3)
                .onComplete(knee -> {
                    System.out.println("ceiling " + knee);
                    vertx.close();
                });
    }
}
