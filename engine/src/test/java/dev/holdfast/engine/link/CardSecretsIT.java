package dev.holdfast.engine.link;

import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.door.Iso8583Door;
import dev.holdfast.engine.hsm.ExpiryOrder;
import dev.holdfast.engine.hsm.HsmKeys;
import dev.holdfast.engine.hsm.Pin;
import dev.holdfast.engine.hsm.PinBlockFormat;
import dev.holdfast.engine.hsm.ServiceCode;
import dev.holdfast.engine.hsm.SoftwareHsm;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Canaries;
import dev.holdfast.engine.testing.Jdbc;
import dev.holdfast.engine.testing.LogLines;
import dev.holdfast.engine.testing.Peer;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.engine.vault.VaultKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers, verification values and PINs of cards that go through the network's door leave no trace in the clear. */
@TestInstance(Lifecycle.PER_CLASS)
class CardSecretsIT {

    private static final DateTimeFormatter DE7 =
            DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);
    private static final List<String> TYPES =
            List.of("0100", "0101", "0120", "0200", "0220", "0400", "0420", "0190", "0620");
    private static final String UNKNOWN_CARD = "9999990123456788";
    private static final String PIN = "739105284617";
    private static final String WRONG_PIN = "739105284628";

    private final SecureRandom random = new SecureRandom();
    private final SoftwareHsm hsm = new SoftwareHsm(HsmKeys.generate(random), ExpiryOrder.MMYY, random);
    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(
            database.url(), new CardDoors.Secrets(new VaultKeys(KeyRing.generate(random), random), hsm));
    private final TestNetwork network = new TestNetwork(engine);

    @AfterAll
    void stop() {
        engine.close();
        database.close();
    }

    @Test
    void leavesNothingInTheClear() throws IOException {
        List<String> printed = new ArrayList<>();
        Canaries canaries = new Canaries().with(UNKNOWN_CARD).with(PIN).with(WRONG_PIN);
        try (LogLines lines = new LogLines()) {
            for (Profile profile : Samples.PROFILES) {
                TestCard card = network.card("canary-" + Samples.PROFILES.indexOf(profile), 1_000_000);
                setPin(card);
                canaries.with(digits(card)).withWord(value(card));
                push(profile, card, printed);
            }
            assertThat(lines.texts()).isNotEmpty();
            printed.addAll(lines.texts());
        }
        printed.add(engine.metricsText());

        assertThat(printed).noneMatch(canaries::in);
        List<String> rows = Canaries.rows(database.url()).toList();
        assertThat(rows).anyMatch(row -> row.startsWith("network_message ")).noneMatch(canaries::in);
        assertThat(Long.parseLong(Jdbc.queryText(database.url(), "SELECT count(*) FROM payment_fact")))
                .as("approved messages")
                .isPositive();
    }

    /** The search is worth something: it finds what is planted, whichever way it is written. */
    @Test
    void findsWhatIsPlanted() {
        Canaries canaries = new Canaries().with(UNKNOWN_CARD).withWord("737");
        for (byte[] bytes : Canaries.encodings(UNKNOWN_CARD)) {
            for (String lead : List.of("", "x", "xy")) {
                byte[] around = (lead + "-" + new String(bytes, StandardCharsets.ISO_8859_1) + "-tail")
                        .getBytes(StandardCharsets.ISO_8859_1);
                assertThat(canaries.in(Base64.getEncoder().encodeToString(around)))
                        .isTrue();
            }
            assertThat(canaries.in("x: " + HexFormat.ofDelimiter(" ").formatHex(bytes)))
                    .isTrue();
        }
        assertThat(canaries.in("card 9999-9901-2345-6788 declined")).isTrue();
        assertThat(canaries.in("cvv=737, ok")).isTrue();
        assertThat(canaries.in("a737b 17370")).isFalse();
        try (TestDatabase planted = TestDatabase.empty()) {
            planted.execute("CREATE TABLE hidden (b bytea); INSERT INTO hidden VALUES ('" + UNKNOWN_CARD + "')");
            assertThat(Canaries.rows(planted.url())).anyMatch(canaries::in);
        }
        try (LogLines lines = new LogLines()) {
            LoggerFactory.getLogger("dev.holdfast.planted").debug("a card {}", UNKNOWN_CARD);
            assertThat(lines.texts()).anyMatch(canaries::in);
        }
    }

    private void push(Profile profile, TestCard card, List<String> printed) throws IOException {
        Iso8583Door door = new Iso8583Door(engine.engine().networkHost());
        MessageHandler watched = (request, receivedAt) -> {
            printed.add(request.toString());
            return door.answer(request, receivedAt)
                    .onSuccess(answer -> printed.add(answer.toString()))
                    .onFailure(failure -> printed.add(failure.toString()));
        };
        try (TestLinks links = TestLinks.start(
                        new LinkLimits(4, 64, 10_000, 2, TestLinks.PATIENT),
                        new LinkPorts(watched, PendingUpdates.NONE),
                        TestLinks.on(profile));
                Peer peer = Peer.connect(links.port(), profile)) {
            peer.signOn();
            for (Message message : messages(profile, card)) {
                peer.send(message);
                if (message.mti().isAnswered()) {
                    printed.add(peer.receive().toString());
                }
            }
            byte[] bytes = message(profile, "0100", 900, digits(card), value(card), PIN)
                    .build()
                    .toBytes();
            for (int length = 1; length < bytes.length; length += 3) {
                peer.sendFrame(Arrays.copyOf(bytes, length));
            }
            peer.send(Samples.management(profile, "002"));
            while (!peer.receive().mti().toString().equals("0810")) {
                assertThat(links.server()).isNotNull();
            }
        }
    }

    private List<Message> messages(Profile profile, TestCard card) {
        List<Message> messages = new ArrayList<>();
        int trace = 100;
        for (String type : TYPES) {
            messages.add(message(profile, type, trace++, digits(card), value(card), PIN)
                    .build());
            messages.add(message(profile, type, trace++, UNKNOWN_CARD, value(card), PIN)
                    .build());
        }
        String wrong = value(card).equals("111") ? "112" : "111";
        messages.add(message(profile, "0100", trace++, digits(card), wrong, WRONG_PIN)
                .build());
        // It decodes, but makes no sense: no such currency, no amount, no merchant category.
        messages.add(message(profile, "0100", trace++, digits(card), value(card), PIN)
                .set(49, 0)
                .build());
        messages.add(message(profile, "0100", trace++, digits(card), value(card), PIN)
                .remove(4)
                .build());
        messages.add(message(profile, "0100", trace, digits(card), value(card), PIN)
                .remove(18)
                .build());
        return messages;
    }

    private MessageBuilder message(Profile profile, String type, int trace, String number, String value, String pin) {
        MessageBuilder builder = Samples.request(profile, type, trace)
                .set(2, number)
                .set(7, DE7.format(Instant.now()))
                .set(14, "3912")
                .set(35, number + "=39122011")
                .set(52, block(number, pin));
        if (type.startsWith("012") || type.startsWith("04")) {
            builder.set(39, "00");
        }
        if (profile == Profiles.VISA_STYLE) {
            return builder.set(126, "", Map.of(10, "11 " + value));
        }
        return builder.set(48, profile == Profiles.MASTERCARD_STYLE ? "R" : "", Map.of(92, value));
    }

    private String block(String number, String pin) {
        Pan pan = Pan.parse(number).orElseThrow();
        try (Pin clear = Pin.parse(pin).orElseThrow()) {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(hsm.encrypt(pan, clear, PinBlockFormat.ISO_0).toBytes());
        }
    }

    private void setPin(TestCard card) {
        try (Pin clear = Pin.parse(PIN).orElseThrow()) {
            Await.on(engine.engine()
                    .cards()
                    .setPin(engine.key(card.account()), card.id(), clear, "test", TestEngine.deadline()));
        }
    }

    private String value(TestCard card) {
        return hsm.cvv(card.pan(), TestNetwork.EXPIRY, ServiceCode.CARD_NOT_PRESENT)
                .digits()
                .reveal();
    }

    private static String digits(TestCard card) {
        return card.pan().digits().reveal();
    }
}
