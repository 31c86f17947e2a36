package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.link.PendingUpdate.Action;
import dev.holdfast.engine.testing.LogLines;
import dev.holdfast.engine.testing.Peer;
import dev.holdfast.engine.vault.Pan;
import io.vertx.core.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A card number that goes through every way a message can go wrong stands in no log, in no encoding. */
class CanaryIT {

    static final List<Profile> PROFILES = Samples.PROFILES;

    private static final String CANARY = "9999990123456788";

    @ParameterizedTest
    @FieldSource("PROFILES")
    void leavesNoCardNumberInAnyLog(Profile profile) throws IOException {
        try (LogLines lines = new LogLines()) {
            MessageHandler failing = (request, receivedAt) -> {
                if (request.number(11) % 2 == 0) {
                    throw new IllegalStateException("cannot decide " + request.text(2));
                }
                return Future.failedFuture(new IllegalStateException(request.text(2), new Error(request.text(2))));
            };
            try (TestLinks links = TestLinks.start(
                            new LinkLimits(4, 4, 1000, 2, TestLinks.PATIENT),
                            new LinkPorts(failing, PendingUpdates.NONE),
                            TestLinks.on(profile));
                    Peer peer = Peer.connect(links.port(), profile)) {
                Message request = carrying(profile, "0100");
                peer.send(request);
                assertThat(peer.receive().text(39)).isEqualTo("91");
                peer.signOn();
                for (String type : List.of("0100", "0400", "0110", "0312", "0700", "0101")) {
                    peer.send(carrying(profile, type));
                }
                byte[] bytes = request.toBytes();
                for (int length = 1; length < bytes.length; length++) {
                    peer.sendFrame(Arrays.copyOf(bytes, length));
                }
                peer.send(Samples.management(profile, "002"));
                Message answer = peer.receive();
                while (!answer.mti().toString().equals("0810")) {
                    answer = peer.receive();
                }
            }
            assertThat(lines.texts()).isNotEmpty().noneMatch(CanaryIT::hasCanary);
        }
    }

    private static Message carrying(Profile profile, String type) {
        return Samples.request(profile, type, type.equals("0101") ? 1 : 2)
                .set(2, CANARY)
                .set(35, CANARY + "=3112101")
                .build();
    }

    private static boolean hasCanary(String line) {
        String digits = line.replaceAll("[^0-9A-Fa-f]", "");
        return List.of(
                        CANARY,
                        HexFormat.of().formatHex(CANARY.getBytes(StandardCharsets.US_ASCII)),
                        CANARY.replaceAll("(.)", "F$1"),
                        CANARY.replaceAll("(.)", "f$1"))
                .stream()
                .anyMatch(digits::contains);
    }

    @Test
    void printsNoMoreOfAnUpdatesCardThanItsMask() {
        PendingUpdate update =
                new PendingUpdate("id", Action.ADD, "MCC102", Pan.parse(CANARY).orElseThrow(), "x" + CANARY);

        assertThat(update.toString()).doesNotContain(CANARY).contains("MCC102");
    }
}
