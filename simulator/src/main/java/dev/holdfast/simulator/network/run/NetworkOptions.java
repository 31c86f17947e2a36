package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.link.LinkOptions;

import java.util.Set;

/**
 * Everything that a run depends on.
 *
 * @param seed which payments arrive, and what is done to them, follows from it
 * @param tolerance what is no divergence though the model does not say it
 */
public record NetworkOptions(
        long seed, LinkOptions links, CardPopulation cards, TrafficOptions traffic, Tolerance tolerance) {

    /**
     * @param alsoPossible response codes that the issuer may decline with for reasons that the network cannot know
     * @param damagedFrames whether something on the way damages frames, so that the issuer may say that it did not
     *     understand
     */
    public record Tolerance(Set<String> alsoPossible, boolean damagedFrames) {
        public static final Tolerance NONE = new Tolerance(Set.of(), false);

        public Tolerance {
            alsoPossible = Set.copyOf(alsoPossible);
        }
    }

    public NetworkOptions {
        traffic = links.style().countsCaptures()
                ? traffic
                : traffic.withMix(traffic.mix().withoutCountedCaptures());
    }

    public NetworkOptions(long seed, LinkOptions links, CardPopulation cards, TrafficOptions traffic) {
        this(seed, links, cards, traffic, Tolerance.NONE);
    }

    public NetworkOptions withLinks(LinkOptions other) {
        return new NetworkOptions(seed, other, cards, traffic, tolerance);
    }

    public NetworkOptions withTraffic(TrafficOptions other) {
        return new NetworkOptions(seed, links, cards, other, tolerance);
    }

    public NetworkOptions withTolerance(Tolerance other) {
        return new NetworkOptions(seed, links, cards, traffic, other);
    }
}
