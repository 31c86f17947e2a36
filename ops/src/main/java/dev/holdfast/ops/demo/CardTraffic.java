package dev.holdfast.ops.demo;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.ops.card.ShortLived;
import dev.holdfast.ops.card.TrialCards;
import dev.holdfast.ops.simulate.NetworkPlay;
import dev.holdfast.ops.system.HoldfastSystem;
import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.SystemOptions.Address;
import dev.holdfast.ops.system.Waiting;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.report.NetworkReport;
import dev.holdfast.simulator.network.run.CardPopulation;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.TrafficOptions;
import dev.holdfast.simulator.wire.Target;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The card network's part of a demonstration: hostile, beside the Open Fabric caller, with accounts of its own. */
final class CardTraffic {

    private static final int CARDS = 300;

    /** In major units 500: some payments are too large, some accounts run dry. */
    private static final TrialCards.Plan PLAN = new TrialCards.Plan("card-", CARDS, Currency.of("USD"), 500_00);

    private static final double UNEVENNESS = 0.8;
    private static final Waiting ISSUING = new Waiting(Part.DATABASE, Duration.ofMinutes(1));

    private final NetworkPlay play;

    private CardTraffic(NetworkPlay play) {
        this.play = play;
    }

    /**
     * Issues the cards. Blocks.
     *
     * @param tenant whose cards, the owner of the target's API key
     */
    static CardTraffic prepare(HoldfastSystem system, Target target, int tenant, DemoOptions options) {
        Address link = system.link();
        List<TestCard> cards = ISSUING.forResult(
                TrialCards.make(
                        system.engine(),
                        system.hsm(),
                        tenant,
                        PLAN,
                        Instant.now().plus(ISSUING.limit())),
                "issuing cards");
        ISSUING.forResult(ShortLived.allow(system.engine().programs(), tenant), "changing the program");
        NetworkOptions network = new NetworkOptions(
                options.seed(),
                LinkOptions.to(link.host(), link.port(), Style.MASTERCARD),
                new CardPopulation(cards, UNEVENNESS, 0),
                TrafficOptions.poisson(options.paymentsPerSecond() / 4, options.length()),
                new NetworkOptions.Tolerance(Set.of(), true),
                ShortLived.EXPIRY);
        NetworkPlay.Weather weather = new NetworkPlay.Weather(true, Duration.ZERO);
        return new CardTraffic(new NetworkPlay(target, network, weather, options.commit()));
    }

    /** Plays it on a thread of its own. */
    CompletableFuture<NetworkReport> begin() {
        return CompletableFuture.supplyAsync(play::run);
    }

    void stop() {
        play.stop();
    }
}
