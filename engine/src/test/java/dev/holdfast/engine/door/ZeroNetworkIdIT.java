package dev.holdfast.engine.door;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.OriginalData;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.iso8583.StationHeader;
import dev.holdfast.engine.link.LinkLimits;
import dev.holdfast.engine.link.LinkOptions;
import dev.holdfast.engine.link.LinkPorts;
import dev.holdfast.engine.link.LinkServer;
import dev.holdfast.engine.link.LinkTimes;
import dev.holdfast.engine.link.Listener;
import dev.holdfast.engine.link.PendingUpdates;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Peer;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Zeros where the network's id stands: the network has none, and messages that say so have nothing in common by it. */
@TestInstance(Lifecycle.PER_CLASS)
class ZeroNetworkIdIT {

    private static final DateTimeFormatter TRANSMITTED =
            DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);
    private final Vertx vertx = Vertx.vertx();
    private String sent = "";

    private static Stream<Profile> dialects() {
        return Stream.of(Profiles.ASCII_1987, Profiles.MASTERCARD_STYLE, Profiles.VISA_STYLE);
    }

    @AfterAll
    void stop() {
        engine.assertVerifies();
        Await.on(vertx.close());
        engine.close();
        database.close();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void joinsNothingAndFindsPaymentsByTheOtherNames(Profile profile) throws IOException {
        network.patient();
        String account = "zeros-" + profile.name();
        TestCard card = network.card(account, 10_000);
        LinkServer server = listen(profile);
        sent = TRANSMITTED.format(Instant.now());
        try (Peer peer = Peer.connect(server.ports().get(0), profile)) {
            peer.signOn();

            approve(peer, authorization(profile, card, 1, 1_000));
            String second = approve(peer, authorization(profile, card, 2, 700));
            assertThat(engine.standing(account)).isEqualTo("8300/1700");
            assertThat(payments(card)).isEqualTo("2");

            approve(peer, reversal(profile, card));
            assertThat(engine.standing(account)).isEqualTo("9300/700");

            approve(peer, presentment(profile, card, 2, 700).set(38, second));
            assertThat(engine.standing(account)).isEqualTo("9300/0");
            assertThat(payments(card)).isEqualTo("2");

            approve(peer, presentment(profile, card, 9, 50));
            assertThat(engine.standing(account)).isEqualTo("9250/0");
            assertThat(payments(card)).isEqualTo("3");
        } finally {
            Await.on(server.close());
        }
    }

    private LinkServer listen(Profile profile) {
        LinkLimits limits = new LinkLimits(4, 16, 20, 2, new LinkTimes(PATIENCE, PATIENCE, PATIENCE, PATIENCE));
        LinkOptions options =
                new LinkOptions(List.of(new Listener("127.0.0.1", 0, profile, Optional.empty())), limits, 1);
        LinkPorts ports = new LinkPorts(new Iso8583Door(engine.engine().networkHost()), PendingUpdates.NONE);
        return Await.on(LinkServer.start(vertx, options, ports, new SimpleMeterRegistry(), Clock.systemUTC()));
    }

    /** Sends it; returns the approval code, if there is one. */
    private static String approve(Peer peer, MessageBuilder message) throws IOException {
        peer.send(message.build());
        Message answer = peer.receive();
        assertThat(answer.find(39)).as(answer.toString()).isEqualTo("00");
        return String.valueOf(answer.find(38));
    }

    private MessageBuilder authorization(Profile profile, TestCard card, int trace, long minor) {
        MessageBuilder message = withZeros(profile, begin(profile, "0100", card, trace, minor), new HashMap<>());
        return profile == Profiles.MASTERCARD_STYLE ? message.set(61, "1025104000600608") : message.set(25, "06");
    }

    /** Of the first authorization. */
    private MessageBuilder reversal(Profile profile, TestCard card) {
        String original = new OriginalData("0100", "000001", sent, "00000400123", "00000000000").text();
        return withZeros(profile, begin(profile, "0400", card, 3, 1_000), new HashMap<>())
                .set(90, original);
    }

    private MessageBuilder presentment(Profile profile, TestCard card, int trace, long minor) {
        MessageBuilder message = begin(profile, "0220", card, trace, minor);
        if (profile == Profiles.VISA_STYLE) {
            return withZeros(profile, message, new HashMap<>(Map.of(11, "01", 12, "01")));
        }
        return withZeros(profile, message, new HashMap<>()).set(126, "0101");
    }

    private MessageBuilder begin(Profile profile, String type, TestCard card, int trace, long minor) {
        MessageBuilder message = profile.message(type);
        if (profile.isHeaded()) {
            message.header(StationHeader.of("111111", "222222"));
        }
        return message.set(2, card.pan().digits().reveal())
                .set(3, "000000")
                .set(4, minor)
                .set(7, sent)
                .set(11, trace)
                .set(18, 5411)
                .set(19, 608)
                .set(22, "051")
                .set(32, "400123")
                .set(37, String.format("63241400%04d", trace))
                .padded(41, "T" + trace)
                .padded(42, "SHOP")
                .set(49, 608);
    }

    private MessageBuilder withZeros(Profile profile, MessageBuilder message, Map<Integer, String> service) {
        if (profile == Profiles.VISA_STYLE) {
            service.put(2, "0".repeat(15));
            return message.set(62, "", service);
        }
        return message.set(15, sent.substring(0, 4)).set(63, "MCC000000");
    }

    private String payments(TestCard card) {
        return database.queryText("SELECT count(*) FROM payment JOIN account USING (bucket, account_id)"
                + " WHERE account_ref = '" + card.account() + "'");
    }
}
