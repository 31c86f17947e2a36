package dev.holdfast.engine.notification;

import dev.holdfast.engine.notification.SubscriptionOutcome.Done;
import dev.holdfast.engine.notification.SubscriptionOutcome.Reason;
import dev.holdfast.engine.notification.SubscriptionOutcome.Refused;
import dev.holdfast.engine.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Making and changing subscriptions, and their secrets. */
class SubscriptionsIT {

    private static final String URL = "https://a.example/hook";
    private static final Set<String> ALL = Set.of(SubscriptionRequest.ALL_TYPES);

    private final NotificationRig rig = new NotificationRig();
    private final Subscriptions subscriptions = rig.subscriptions();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void showsEachTenantItsOwn() {
        Done made = rig.subscribe(URL, true);
        assertThat(Await.on(subscriptions.list(rig.tenant))).containsExactly(made.view());
        assertThat(Await.on(subscriptions.list(rig.tenant + 1))).isEmpty();
        SubscriptionRequest request = new SubscriptionRequest(URL, ALL, false, null);
        assertThat(Await.on(subscriptions.replace(rig.tenant + 1, made.view().id(), request)))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(Await.on(
                        subscriptions.rotateSecret(rig.tenant + 1, made.view().id())))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(Await.on(subscriptions.delete(rig.tenant + 1, made.view().id())))
                .isFalse();
        assertThat(Await.on(subscriptions.list(rig.tenant))).containsExactly(made.view());
    }

    @Test
    void replacesAllButTheSecret() {
        Done made = rig.subscribe(URL, true);
        SubscriptionRequest request = new SubscriptionRequest(
                "https://b.example/", Set.of("transaction:charged"), false, new AuthHeader("X-API-Key", "other"));
        Done replaced =
                (Done) Await.on(subscriptions.replace(rig.tenant, made.view().id(), request));
        assertThat(replaced.secret()).isEmpty();
        assertThat(replaced.view())
                .isEqualTo(new SubscriptionView(
                        made.view().id(),
                        rig.tenant,
                        "https://b.example/",
                        List.of("transaction:charged"),
                        false,
                        "X-API-Key",
                        false));
    }

    @Test
    void deletesOnce() {
        UUID id = rig.subscribe(URL, false).view().id();
        assertThat(Await.on(subscriptions.delete(rig.tenant, id))).isTrue();
        assertThat(Await.on(subscriptions.delete(rig.tenant, id))).isFalse();
        assertThat(Await.on(subscriptions.list(rig.tenant))).isEmpty();
    }

    @Test
    void refusesMoreThanItsBound() {
        for (int i = 0; i < Subscriptions.MAX_SUBSCRIPTIONS; i++) {
            rig.subscribe(URL, false);
        }
        assertThat(Await.on(subscriptions.create(rig.tenant, new SubscriptionRequest(URL, ALL, false, null))))
                .isEqualTo(new Refused(Reason.TOO_MANY));
    }

    @Test
    void refusesAUrlThatNothingIsSentTo() {
        assertThat(Await.on(subscriptions.create(
                        rig.tenant, new SubscriptionRequest("ftp://a.example/", ALL, false, null))))
                .isEqualTo(new Refused(Reason.URL_NOT_ALLOWED));
    }

    @Test
    void keepsSecretsSealed() {
        AuthHeader header = new AuthHeader("X-API-Key", "a-value-to-look-for");
        Done made = rig.subscribe(new SubscriptionRequest(URL, ALL, false, header));
        String row = rig.database.queryText("SELECT s::text || encode(sealed_secrets, 'escape') FROM subscription s");
        assertThat(row).doesNotContain("a-value-to-look-for").doesNotContain("whsec_");
        assertThat(made.toString() + header)
                .doesNotContain("a-value-to-look-for")
                .doesNotContain("whsec_");
    }

    @Test
    void signsByBothSecretsForADayAfterAChange() {
        Done made = rig.subscribe(rig.receiver.url(), false);
        SigningSecret old = made.secret().orElseThrow();
        SigningSecret fresh = ((Done) Await.on(
                        subscriptions.rotateSecret(rig.tenant, made.view().id())))
                .secret()
                .orElseThrow();
        rig.sending();
        UUID first = rig.event("a", "one");
        rig.untilStatus(first, "delivered");
        assertSigned(0, List.of(fresh, old));

        rig.clock.advance(Duration.ofHours(25));
        UUID second = rig.event("a", "two");
        rig.untilStatus(second, "delivered");
        assertSigned(1, List.of(fresh));
    }

    private void assertSigned(int index, List<SigningSecret> secrets) {
        TestReceiver.Received got = rig.receiver.received().get(index);
        assertThat(got.headers().get(Signature.SIGNATURE))
                .isEqualTo(Signature.of(got.id(), rig.clock.instant(), got.body(), secrets));
    }

    @Test
    void refusesHeadersThatHaveAnotherUse() {
        for (String name : List.of("Host", "Content-Length", "webhook-id", "Transfer-Encoding", "a b", "x\r\ny", "")) {
            assertThatThrownBy(() -> new AuthHeader(name, "v")).isInstanceOf(IllegalArgumentException.class);
        }
        for (String value : List.of("", " ", "a\r\nb: c", "ü")) {
            assertThatThrownBy(() -> new AuthHeader("X-API-Key", value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesTypesThatAreNotKnown() {
        for (Set<String> types : List.of(Set.<String>of(), Set.of("v2:pba"), Set.of("*", "transaction"))) {
            assertThatThrownBy(() -> new SubscriptionRequest(URL, types, false, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
