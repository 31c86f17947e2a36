package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.lifecycle.Life;
import dev.holdfast.simulator.network.lifecycle.PaymentDrafts;
import dev.holdfast.simulator.network.lifecycle.TrafficMix;
import dev.holdfast.simulator.network.message.Merchant;
import dev.holdfast.simulator.network.message.Numbering;
import dev.holdfast.simulator.network.oracle.PaymentTrack;

import java.util.SplittableRandom;

/** Makes payments by number. Each follows from the seed and its number alone. */
final class PaymentSource {

    /** Odd constant of the golden ratio: spreads neighbouring numbers over the seeds. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final NetworkOptions options;
    private final TrafficMix mix;
    private final Numbering numbering;

    PaymentSource(NetworkOptions options, Numbering numbering) {
        this.options = options;
        this.mix = options.mix();
        this.numbering = numbering;
    }

    PaymentPlayer payment(long number, Stage stage, PaymentPlayer.Audience audience) {
        SplittableRandom random = new SplittableRandom(options.seed() ^ (number + 1) * SPREAD);
        TestCard card = options.cards().draw(random);
        Shops.Visit visit = Shops.draw(card.currency(), random);
        Life life = mix.draw(random).life(visit.minor());
        Merchant merchant = merchant(visit, life);
        PaymentTrack track = new PaymentTrack(number, card, life.kind().name());
        stage.oracle().begun(track);
        PaymentDrafts drafts = new PaymentDrafts(life.script(), card, merchant, numbering);
        return new PaymentPlayer(stage, track, life, drafts, random, audience);
    }

    private Merchant merchant(Shops.Visit visit, Life life) {
        Merchant merchant = options.links().style().bills()
                ? visit.merchant()
                : visit.merchant().atHome();
        return life.kind().isExpiring() ? merchant.in(options.expiry().category()) : merchant;
    }
}
