package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.population.ZipfRanks;

import java.util.List;
import java.util.random.RandomGenerator;

/** Which card pays: some more often than others, and perhaps one account far more often than all. */
public final class CardPopulation {

    private final List<TestCard> cards;
    private final ZipfRanks ranks;
    private final double hotShare;

    /**
     * @param zipfExponent 0 for evenly, real consumers are below 1; from 0 to 3
     * @param hotShare of payments that the first card makes besides, from 0 to 1
     */
    public CardPopulation(List<TestCard> cards, double zipfExponent, double hotShare) {
        if (cards.isEmpty() || zipfExponent < 0 || zipfExponent > 3 || hotShare < 0 || hotShare > 1) {
            throw new IllegalArgumentException("at least one card; Zipf exponent from 0 to 3; hot share from 0 to 1");
        }
        this.cards = List.copyOf(cards);
        this.ranks = new ZipfRanks(cards.size(), zipfExponent);
        this.hotShare = hotShare;
    }

    TestCard draw(RandomGenerator random) {
        return random.nextDouble() < hotShare ? cards.get(0) : cards.get(ranks.draw(random));
    }

    public List<TestCard> cards() {
        return cards;
    }
}
