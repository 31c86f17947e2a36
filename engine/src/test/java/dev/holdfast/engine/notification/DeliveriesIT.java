package dev.holdfast.engine.notification;

import dev.holdfast.engine.notification.SubscriptionOutcome.Done;
import dev.holdfast.engine.testing.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Sending to a receiver that takes what it gets. */
class DeliveriesIT {

    private final NotificationRig rig = new NotificationRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void sendsTheEnvelopeSignedAndWithTheReceiversOwnHeader() {
        AuthHeader header = new AuthHeader("X-API-Key", "of the receiver");
        Done made = rig.subscribe(new SubscriptionRequest(
                rig.receiver.url(), Set.of("v1:pba:transaction:final_auth_reversed"), false, header));
        UUID id = rig.event("a", "one");
        rig.sending();
        rig.untilStatus(id, "delivered");

        TestReceiver.Received got = rig.receiver.received().get(0);
        assertThat(got.path()).isEqualTo("/hook");
        assertThat(got.body())
                .isEqualTo("{\"notification_id\":\"" + id + "\",\"type\":\"v1:pba:transaction:final_auth_reversed\","
                        + "\"created_at\":\"" + rig.clock.instant() + "\",\"data\":{\"what\":\"one\"}}");
        assertThat(got.headers().get("X-API-Key")).isEqualTo("of the receiver");
        assertThat(got.headers().get("content-type")).isEqualTo("application/json");
        assertThat(got.id()).isEqualTo(id.toString());
        assertThat(got.headers().get("webhook-timestamp"))
                .isEqualTo(Long.toString(rig.clock.instant().getEpochSecond()));
        assertThat(got.headers().get("webhook-signature"))
                .isEqualTo(Signature.of(
                        id.toString(),
                        rig.clock.instant(),
                        got.body(),
                        List.of(made.secret().orElseThrow())));
    }

    @Test
    void tellsNobodyOfWhatNobodyWants() {
        rig.subscribe(new SubscriptionRequest(
                rig.receiver.url(), Set.of("v1:pba:transaction:pre_auth_reversed"), false, null));
        rig.event("a", "one");
        assertThat(rig.database.queryText("SELECT count(*) FROM notification")).isEqualTo("0");
    }

    @Test
    void sendsArraysWhereTheSubscriptionSaysSo() {
        rig.subscribe(rig.receiver.url(), true);
        List<UUID> ids = IntStream.range(0, 5)
                .mapToObj(i -> rig.event("account-" + i, "e" + i))
                .toList();
        rig.sending();
        ids.forEach(id -> rig.untilStatus(id, "delivered"));

        assertThat(rig.receiver.received()).hasSize(1);
        String body = rig.receiver.bodies().get(0);
        assertThat(body).startsWith("[{").endsWith("}]");
        assertThat(ids).allSatisfy(id -> assertThat(body).contains(id.toString()));
    }

    @Test
    void sendsWhatHappenedInOneBatchInItsOrder() {
        rig.subscribe(rig.receiver.url(), false);
        List<Notification> batch = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            batch.add(Notification.of(
                    rig.account("a"),
                    UUID.randomUUID(),
                    NotificationType.CHARGED,
                    rig.clock.instant(),
                    json -> json.writeNumberField("n", number)));
        }
        rig.happen(batch);
        rig.sending();
        rig.untilStatus(batch.get(39).id(), "delivered");
        assertThat(rig.receiver.bodies())
                .isEqualTo(batch.stream().map(Notification::body).toList());
    }

    @Test
    void sharesTheWorkOfManyAccountsAmongProcessesWithoutSendingTwice() {
        rig.subscribe(rig.receiver.url(), false);
        List<UUID> ids = IntStream.range(0, 200)
                .mapToObj(i -> rig.event("account-" + i % 50, "e" + i))
                .toList();
        rig.sending();
        rig.sending();
        ids.forEach(id -> rig.untilStatus(id, "delivered/1"));

        assertThat(rig.receiver.received()).hasSize(200);
        assertThat(rig.receiver.received().stream().map(TestReceiver.Received::id))
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(UUID::toString).toList());
        for (int account = 0; account < 50; account++) {
            int first = account;
            List<String> expected = IntStream.range(0, 4)
                    .mapToObj(round -> ids.get(first + 50 * round).toString())
                    .toList();
            assertThat(rig.receiver.received().stream()
                            .map(TestReceiver.Received::id)
                            .filter(new HashSet<>(expected)::contains))
                    .isEqualTo(expected);
        }
    }

    @Test
    void sendsAgainUnderTheSameIdWhatAProcessHadNotNotedWhenItDied() {
        rig.receiver.doing(TestReceiver.hanging());
        rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        NotificationRig.Running first = rig.sending();
        Await.until("it is sent", () -> !rig.receiver.received().isEmpty());
        rig.kill(first);
        rig.receiver.doing(TestReceiver.answering(200));
        rig.sending();
        rig.clock.advance(Deliveries.LEASE.minusSeconds(1));
        UUID other = rig.event("b", "two");
        rig.untilStatus(other, "delivered");
        assertThat(rig.status(id)).isEqualTo("waiting/1");

        rig.clock.advance(Duration.ofSeconds(2));
        rig.untilStatus(id, "delivered/2");
        assertThat(rig.receiver.received().stream().map(TestReceiver.Received::id))
                .containsExactly(id.toString(), other.toString(), id.toString());
    }

    @Test
    void sendsNothingOfADeletedSubscription() {
        Done gone = rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        assertThat(Await.on(rig.subscriptions().delete(rig.tenant, gone.view().id())))
                .isTrue();
        Done other = rig.subscribe(rig.receiver.url(), false);
        UUID later = rig.event("a", "two");
        rig.sending();
        rig.untilStatus(later, "delivered");
        assertThat(rig.status(id)).isEqualTo("waiting/0");
        assertThat(rig.receiver.received()).hasSize(1);
        assertThat(other.view().id()).isNotEqualTo(gone.view().id());
    }

    @Test
    void finishesWhatIsUnderWayBeforeItStops() {
        rig.receiver.doing(request -> {
            rig.clock.advance(Duration.ofSeconds(1));
            request.response().setStatusCode(204).end();
        });
        rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        NotificationRig.Running process = rig.sending();
        Await.until("it is sent", () -> !rig.receiver.received().isEmpty());
        rig.stop(process);
        assertThat(rig.status(id)).isEqualTo("delivered/1");
    }
}
