package dev.holdfast.simulator.network.run;

import dev.holdfast.simulator.network.lifecycle.TrafficMix;
import dev.holdfast.simulator.network.link.LinkOptions;

import java.time.Duration;
import java.util.Set;

/**
 * Everything that a run depends on.
 *
 * @param seed which payments arrive, and what is done to them, follows from it
 * @param tolerance what is no divergence though the model does not say it
 * @param expiry what expires soon, or {@link Expiry#NEVER}
 */
public record NetworkOptions(
        long seed,
        LinkOptions links,
        CardPopulation cards,
        TrafficOptions traffic,
        Tolerance tolerance,
        Expiry expiry) {

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

    /**
     * A trade of which the issuer lets authorizations expire soon. No other payments are made there.
     *
     * @param category DE18
     * @param lifetime of an authorization that is not presented; zero for none that expires, at most 10 minutes
     * @param late how long after that the issuer may have it expire, because it looks now and then or has a backlog
     */
    public record Expiry(String category, Duration lifetime, Duration late) {
        public static final Expiry NEVER = new Expiry("", Duration.ZERO, Duration.ZERO);

        public Expiry {
            if (lifetime.isNegative() || lifetime.toMinutes() > 10 || late.isNegative() || late.toMinutes() > 1) {
                throw new IllegalArgumentException(
                        "what expires soon does so within 10 minutes, and at most a minute late");
            }
        }

        boolean isNever() {
            return lifetime.isZero();
        }
    }

    public NetworkOptions {
        TrafficMix mix = traffic.mix();
        mix = links.style().countsCaptures() ? mix : mix.withoutCountedCaptures();
        traffic = traffic.withMix(mix);
    }

    /** Returns what is played: of the mix of the traffic, what this issuer lets happen. */
    public TrafficMix mix() {
        return expiry.isNever() ? traffic.mix().withoutExpiring() : traffic.mix();
    }

    /** Nothing expires soon. */
    public NetworkOptions(
            long seed, LinkOptions links, CardPopulation cards, TrafficOptions traffic, Tolerance tolerance) {
        this(seed, links, cards, traffic, tolerance, Expiry.NEVER);
    }

    public NetworkOptions(long seed, LinkOptions links, CardPopulation cards, TrafficOptions traffic) {
        this(seed, links, cards, traffic, Tolerance.NONE);
    }

    public NetworkOptions withLinks(LinkOptions other) {
        return new NetworkOptions(seed, other, cards, traffic, tolerance, expiry);
    }

    public NetworkOptions withTraffic(TrafficOptions other) {
        return new NetworkOptions(seed, links, cards, other, tolerance, expiry);
    }

    public NetworkOptions withTolerance(Tolerance other) {
        return new NetworkOptions(seed, links, cards, traffic, other, expiry);
    }

    public NetworkOptions withExpiry(Expiry other) {
        return new NetworkOptions(seed, links, cards, traffic, tolerance, other);
    }
}
