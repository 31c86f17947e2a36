package dev.holdfast.ops.cli;

import dev.holdfast.ops.card.ShortLived;
import dev.holdfast.ops.configuration.ConfigurationException;
import dev.holdfast.ops.simulate.NetworkPlay;
import dev.holdfast.ops.simulate.ReportSeal;
import dev.holdfast.simulator.network.card.EmbossingFile;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.knee.ServiceLevel;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.run.CardPopulation;
import dev.holdfast.simulator.network.run.NetworkOptions;
import dev.holdfast.simulator.network.run.TrafficOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** How the simulated card network reaches the issuer, and how roughly it treats it. */
final class NetworkFlags {

    private static final int MOST_IN_FLIGHT = 50_000;
    private static final int MOST_ALIVE = 200_000;

    @Option(
            names = "--network",
            paramLabel = "HOST:PORT",
            description = "Sends card payments over ISO 8583 to this port, in place of the Open Fabric caller.")
    private @Nullable String network;

    @Option(
            names = "--cards",
            paramLabel = "FILE",
            description = "The embossing file with the cards to pay with, one JSON object a line. Needed by --network.")
    private @Nullable Path cards;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Of cards whose line names none. Default: ${DEFAULT-VALUE}.")
    private String currency = "PHP";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "ascii-1987, mastercard-style or visa-style. Default: ${DEFAULT-VALUE}.")
    private String profile = "mastercard-style";

    @Option(names = "--links", paramLabel = "N", description = "Signed on to the issuer. Default: ${DEFAULT-VALUE}.")
    private int links = 4;

    @Option(
            names = "--network-timer-ms",
            paramLabel = "N",
            description = "After which the network no longer waits for an answer. Default: ${DEFAULT-VALUE}.")
    private int timerMillis = 3_000;

    @Option(
            names = "--hot-share",
            paramLabel = "SHARE",
            description = "Of payments that the first card makes, from 0 to 1. Default: ${DEFAULT-VALUE}.")
    private double hotShare;

    @Option(
            names = "--also-declined",
            paramLabel = "DE39",
            split = ",",
            description = "Declines that the model does not expect and that are right all the same, those of spend "
                    + "controls. Default: ${DEFAULT-VALUE}.")
    private Set<String> alsoDeclined = Set.of("57", "61", "65");

    @Option(
            names = "--expiring",
            description = "Lets authorizations in car parks expire, as a program does that cards trial --expiring has "
                    + "changed.")
    private boolean expiring;

    @Option(
            names = "--sign-with",
            paramLabel = "FILE",
            description = "Signs the JSON report with this Ed25519 key (PKCS #8, PEM), into a .sig file beside it.")
    private @Nullable Path signingKey;

    @Option(names = "--faults", description = "Loses, delays, doubles and damages frames on the way.")
    private boolean faults;

    @Option(
            names = "--faulty-links",
            paramLabel = "N",
            split = ",",
            description = "On which links --faults is, from 1. Default: all.")
    private Set<Integer> faultyLinks = Set.of();

    @Option(
            names = "--outage-seconds",
            paramLabel = "N",
            description = "Cuts all links in the middle of the run for so long.")
    private int outageSeconds;

    @Option(
            names = "--find-knee",
            description = "Raises the rate from --rate, in steps of --seconds each, until the promise is broken.")
    private boolean findKnee;

    @Option(
            names = "--slo-p99-ms",
            paramLabel = "N",
            description = "The promise for --find-knee: 99 of 100 requests answered within. Default: ${DEFAULT-VALUE}.")
    private int sloMillis = 100;

    boolean isGiven() {
        return network != null;
    }

    boolean findsKnee() {
        return findKnee;
    }

    /** @throws ConfigurationException if the key cannot be read */
    ReportSeal seal() {
        return signingKey == null ? ReportSeal.UNSIGNED : ReportSeal.signing(signingKey);
    }

    ServiceLevel level() {
        return ServiceLevel.within(Duration.ofMillis(sloMillis));
    }

    NetworkPlay.Weather weather() {
        return new NetworkPlay.Weather(faults, faultyLinks, Duration.ofSeconds(outageSeconds));
    }

    /**
     * @throws IllegalArgumentException if a value is out of its bounds
     * @throws ConfigurationException if the cards cannot be read
     */
    NetworkOptions options(LoadFlags load, PaymentFlags payments) {
        String[] place = String.valueOf(network).split(":", -1);
        if (place.length != 2 || !place[1].matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("--network: " + network + " is not of the form host:port");
        }
        LinkOptions reached = new LinkOptions(
                place[0],
                Integer.parseInt(place[1]),
                Style.named(profile),
                links,
                Duration.ofMillis(timerMillis),
                MOST_IN_FLIGHT);
        TrafficOptions usual = TrafficOptions.poisson(load.rate(), load.duration());
        TrafficOptions traffic = new TrafficOptions(
                load.shape(), load.duration(), usual.mix(), payments.stepGap(), MOST_ALIVE, usual.reactions());
        return new NetworkOptions(
                payments.seed(),
                reached,
                new CardPopulation(readCards(), payments.zipf(), hotShare),
                traffic,
                new NetworkOptions.Tolerance(alsoDeclined, faults),
                expiring ? ShortLived.EXPIRY : NetworkOptions.Expiry.NEVER);
    }

    private List<TestCard> readCards() {
        if (cards == null) {
            throw new IllegalArgumentException("--network needs --cards");
        }
        try {
            return EmbossingFile.read(cards, Currency.getInstance(currency));
        } catch (IOException e) {
            throw new ConfigurationException(List.of("the cards in " + cards + ": " + e.getMessage()));
        }
    }
}
