package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.testing.Peer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class SignOnIT {

    static final List<Profile> PROFILES = Samples.PROFILES;

    private static TestLinks start(MessageHandler handler) {
        return TestLinks.start(
                TestLinks.LIMITS,
                new LinkPorts(handler, PendingUpdates.NONE),
                PROFILES.stream().map(TestLinks::on).toArray(Listener[]::new));
    }

    private static Peer connect(TestLinks links, Profile profile) throws IOException {
        return Peer.connect(links.port(PROFILES.indexOf(profile)), profile);
    }

    @ParameterizedTest
    @FieldSource("PROFILES")
    void answersAnAuthorizationAfterSignOn(Profile profile) throws IOException {
        try (TestLinks links = start(TestLinks.APPROVING);
                Peer peer = connect(links, profile)) {
            peer.signOn();
            Message request = Samples.authorization(profile, 42);
            peer.send(request);

            Message answer = peer.receive();
            assertThat(answer).hasToString(TestLinks.approval(request).toString());
            assertThat(answer.text(2)).isEqualTo(Samples.CARD);
            if (profile.isHeaded()) {
                assertThat(requireNonNull(answer.header()).destination()).isEqualTo("222222");
                assertThat(requireNonNull(answer.header()).source()).isEqualTo("111111");
            }
            assertThat(links.gauge("links.signed.on")).isEqualTo(1);
            assertThat(links.count("messages", "direction", "in", "type", "0100"))
                    .isEqualTo(1);
            assertThat(links.count("messages", "direction", "out", "type", "0110"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ascii-1987, 001, 00, true", "ascii-1987, 061, 12, false", "ascii-1987, 301, 00, false",
        "mastercard-style, 001, 00, true", "mastercard-style, 061, 00, true", "mastercard-style, 071, 12, false",
        "mastercard-style, 270, 00, false", "visa-style, 001, 00, true", "visa-style, 071, 00, true",
        "visa-style, 061, 12, false", "visa-style, 301, 00, false", "visa-style, 161, 12, false"
    })
    void signsOnWithTheCodesOfItsProfile(String name, String code, String response, boolean signedOn)
            throws IOException {
        Profile profile = PROFILES.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (TestLinks links = start(TestLinks.APPROVING);
                Peer peer = connect(links, profile)) {
            peer.send(Samples.management(profile, code));
            Message answer = peer.receive();

            assertThat(answer.mti()).hasToString("0810");
            assertThat(answer.text(39)).isEqualTo(response);
            assertThat(answer.text(70)).isEqualTo(code);
            assertThat(answer.text(11)).isEqualTo("000001");
            peer.send(Samples.authorization(profile, 2));
            assertThat(peer.receive().text(39)).isEqualTo(signedOn ? "00" : "91");
        }
    }

    @Test
    void refusesManagementWithoutItsCode() throws IOException {
        try (TestLinks links = TestLinks.start(TestLinks.APPROVING);
                Peer peer = links.connect()) {
            peer.send(Samples.message(Profiles.MASTERCARD_STYLE, "0800", 7).build());

            assertThat(peer.receive().text(39)).isEqualTo("30");
        }
    }

    @Test
    void answersWhatIsInFlightAfterSignOffAndNothingNew() throws IOException {
        Promise<Optional<Message>> open = Promise.promise();
        Profile profile = Profiles.MASTERCARD_STYLE;
        try (TestLinks links = TestLinks.start((request, receivedAt) -> open.future());
                Peer peer = links.connect().signOn()) {
            Message first = Samples.authorization(profile, 1);
            peer.send(first);
            peer.send(Samples.management(profile, "002"));
            peer.send(Samples.authorization(profile, 2));

            assertThat(peer.receive().mti()).hasToString("0810");
            Message refused = peer.receive();
            assertThat(refused.text(11)).isEqualTo("000002");
            assertThat(refused.text(39)).isEqualTo("91");
            open.complete(Optional.of(TestLinks.approval(first)));
            assertThat(peer.receive().text(11)).isEqualTo("000001");
            assertThat(links.count("not.signed.on")).isEqualTo(1);
            assertThat(links.gauge("links.signed.on")).isZero();
        }
    }

    @Test
    void forgetsTheSignOnWithTheLink() throws IOException {
        try (TestLinks links = TestLinks.start(TestLinks.APPROVING)) {
            try (Peer peer = links.connect()) {
                peer.signOn();
            }
            try (Peer peer = links.connect()) {
                peer.send(Samples.authorization(Profiles.MASTERCARD_STYLE, 1));
                assertThat(peer.receive().text(39)).isEqualTo("91");
            }
        }
    }

    @Test
    void answersForAHandlerThatFails() throws IOException {
        try (TestLinks links = TestLinks.start((request, receivedAt) -> {
                    if (request.number(11) == 1) {
                        throw new IllegalStateException("a defect");
                    }
                    return Future.failedFuture("a failure");
                });
                Peer peer = links.connect().signOn()) {
            for (int trace = 1; trace <= 2; trace++) {
                peer.send(Samples.authorization(Profiles.MASTERCARD_STYLE, trace));
                Message answer = peer.receive();
                assertThat(answer.text(39)).isEqualTo("96");
                assertThat(answer.number(11)).isEqualTo(trace);
                assertThat(answer.text(2)).isEqualTo(Samples.CARD);
            }
            assertThat(links.count("failures")).isEqualTo(2);
        }
    }
}
