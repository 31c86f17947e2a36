package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.link.LinkOptions;

import java.util.Set;

/**
 * Everything that a run depends on.
 *
 * @param seed which payments arrive, and what is done to them, follows from it
 * @param alsoPossible response codes that the issuer may decline with for reasons that the network cannot know
 */
public record NetworkOptions(
        long seed, LinkOptions links, CardPopulation cards, TrafficOptions traffic, Set<String> alsoPossible) {

    public NetworkOptions {
        alsoPossible = Set.copyOf(alsoPossible);
        traffic = links.style().countsCaptures()
                ? traffic
                : traffic.withMix(traffic.mix().withoutCountedCaptures());
    }

    public NetworkOptions(long seed, LinkOptions links, CardPopulation cards, TrafficOptions traffic) {
        this(seed, links, cards, traffic, Set.of());
    }

    public NetworkOptions withLinks(LinkOptions other) {
        return new NetworkOptions(seed, other, cards, traffic, alsoPossible);
    }

    public NetworkOptions withTraffic(TrafficOptions other) {
        return new NetworkOptions(seed, links, cards, other, alsoPossible);
    }
}
