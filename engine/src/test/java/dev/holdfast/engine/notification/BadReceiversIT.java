package dev.holdfast.engine.notification;

import dev.holdfast.engine.notification.DeadLetters.Attempt;
import dev.holdfast.engine.notification.DeadLetters.DeadLetter;
import dev.holdfast.engine.notification.SubscriptionOutcome.Done;
import dev.holdfast.engine.testing.Await;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Receivers that hang, drip, close, redirect, refuse, are gone, or are none that anything may be sent to. */
class BadReceiversIT {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final NotificationRig rig = new NotificationRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    private void sending(Duration patience) {
        rig.process(NotificationRig.LOOPBACK, patience)
                .notifications()
                .deliveries()
                .start();
    }

    @Test
    void triesByScheduleAndGivesUpAfterTheTenthTime() {
        rig.receiver.doing(TestReceiver.answering(500));
        Done made = rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        rig.sending();
        int attempt = 1;
        for (Duration rest : RetrySchedule.RESTS) {
            rig.untilAttempted(id, attempt++);
            assertThat(rig.dueIn(id)).isEqualTo(rest);
            rig.clock.advance(rest);
        }
        rig.untilStatus(id, "dead/10");

        List<DeadLetter> dead =
                Await.on(rig.deadLetters().list(rig.tenant, made.view().id(), 0));
        assertThat(dead).hasSize(1);
        assertThat(dead.get(0).notification()).isEqualTo(id);
        List<Attempt> attempts =
                Await.on(rig.deadLetters().attempts(rig.tenant, made.view().id(), id));
        assertThat(attempts)
                .hasSize(10)
                .allMatch(one -> one.status() == 500 && one.result().equals("refused"));
        assertThat(rig.receiver.received().stream()
                        .map(TestReceiver.Received::id)
                        .distinct())
                .containsExactly(id.toString());
    }

    @Test
    void sendsWhatWasGivenUpAgainWhenAPersonSaysSo() {
        Done made = rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        rig.database.execute("UPDATE notification SET status = 'dead', attempts = 10, due_at = NULL, ended_at = now()");
        rig.sending();
        UUID subscription = made.view().id();
        Instant now = rig.clock.instant();
        assertThat(Await.on(rig.deadLetters().replay(rig.tenant, subscription, now.plusSeconds(1), now.plusSeconds(9))))
                .isZero();
        assertThat(Await.on(rig.deadLetters().replay(rig.tenant + 1, subscription, now, now.plusSeconds(1))))
                .isZero();
        assertThat(Await.on(rig.deadLetters().replay(rig.tenant, subscription, now, now.plusSeconds(1))))
                .isEqualTo(1);
        rig.untilStatus(id, "delivered/11");

        assertThat(Await.on(rig.deadLetters().resend(rig.tenant, subscription, id)))
                .isTrue();
        rig.untilStatus(id, "delivered/12");
        assertThat(rig.receiver.received()).hasSize(2);
    }

    @Test
    void keepsTheOrderOfAnAccountAndLetsOthersGoOnWhileItsFirstFails() {
        UUID[] first = new UUID[1];
        rig.receiver.doing(request -> TestReceiver.answering(
                        first[0] != null && request.getHeader(Signature.ID).equals(first[0].toString()) ? 503 : 200)
                .accept(request));
        rig.subscribe(rig.receiver.url(), false);
        first[0] = rig.event("a", "one");
        UUID second = rig.event("a", "two");
        UUID third = rig.event("a", "three");
        rig.sending();
        rig.untilAttempted(first[0], 1);
        UUID other = rig.event("b", "four");
        rig.untilStatus(other, "delivered");
        UUID fourth = rig.event("a", "five");
        rig.untilStatus(rig.event("c", "six"), "delivered");
        assertThat(rig.status(second)).isEqualTo("waiting/0");

        UUID failed = first[0];
        first[0] = UUID.randomUUID();
        rig.receiver.forget();
        rig.clock.advance(Duration.ofSeconds(5));
        rig.untilStatus(fourth, "delivered");
        assertThat(rig.receiver.received().stream().map(TestReceiver.Received::id))
                .containsExactly(failed.toString(), second.toString(), third.toString(), fourth.toString());
    }

    @Test
    void deliversEverythingInOrderAfterADayOfFailures() {
        rig.receiver.doing(TestReceiver.answering(500));
        rig.subscribe(rig.receiver.url(), false);
        rig.sending();
        List<UUID> ids = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            ids.add(rig.event("a", "hour " + hour));
            ids.add(rig.event("b", "hour " + hour));
            rig.untilIdle();
            rig.clock.advance(Duration.ofHours(1));
            rig.untilIdle();
        }
        assertThat(rig.status(ids.get(0))).isEqualTo("waiting/7");
        rig.receiver.doing(TestReceiver.answering(200));
        rig.receiver.forget();
        rig.clock.advance(Duration.ofHours(10));
        rig.untilIdle();
        assertThat(rig.database.queryText("SELECT count(*) FROM notification WHERE status <> 'delivered'"))
                .isEqualTo("0");
        for (String account : List.of("a", "b")) {
            int offset = account.equals("a") ? 0 : 1;
            List<String> expected = new ArrayList<>();
            for (int i = offset; i < ids.size(); i += 2) {
                expected.add(ids.get(i).toString());
            }
            assertThat(rig.receiver.received().stream()
                            .filter(got -> expected.contains(got.id()))
                            .map(TestReceiver.Received::id))
                    .isEqualTo(expected);
        }
    }

    @Test
    void givesUpOnAReceiverThatHangsAndSendsToOthersMeanwhile() {
        TestReceiver hanging = new TestReceiver();
        hanging.doing(TestReceiver.hanging());
        try (hanging) {
            rig.subscribe(hanging.url(), false);
            rig.subscribe(rig.receiver.url(), false);
            for (int i = 0; i < 3 * Slots.PER_RECEIVER; i++) {
                rig.event("account-" + i, "e");
            }
            sending(WebhookSender.PATIENCE);
            Await.until("the other has all", () -> rig.receiver.received().size() == 3 * Slots.PER_RECEIVER);
            assertThat(hanging.received()).hasSizeLessThanOrEqualTo(Slots.PER_RECEIVER);
        }
    }

    @Test
    void countsNoAnswerInTimeAsAFailure() {
        rig.receiver.doing(TestReceiver.hanging());
        rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        sending(SHORT);
        rig.untilAttempted(id, 1);
        assertThat(rig.lastResult(id)).isEqualTo("timed_out/0");
    }

    @Test
    void countsAStatusThatDripsAsNoAnswer() {
        NotificationRig.Running process = rig.process(NotificationRig.LOOPBACK, SHORT);
        NetServer dripping = Await.on(process.vertx()
                .createNetServer()
                .connectHandler(socket -> {
                    String head = "HTTP/1.1 200 OK" + " ".repeat(1_000);
                    int[] at = {0};
                    long timer = process.vertx()
                            .setPeriodic(20, tick -> socket.write(Buffer.buffer(head.substring(at[0], ++at[0]))));
                    socket.closeHandler(closed -> process.vertx().cancelTimer(timer));
                })
                .listen(0, "127.0.0.1"));
        rig.subscribe("http://127.0.0.1:" + dripping.actualPort() + "/", false);
        UUID id = rig.event("a", "one");
        process.notifications().deliveries().start();
        rig.untilAttempted(id, 1);
        assertThat(rig.lastResult(id)).isEqualTo("timed_out/0");
    }

    @Test
    void takesTheStatusForTheAnswerWhereTheBodyNeverEnds() {
        rig.receiver.doing(rig.receiver.dripping());
        rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        sending(SHORT);
        rig.untilStatus(id, "delivered/1");
        assertThat(rig.lastResult(id)).isEqualTo("delivered/200");
    }

    @Test
    void triesAgainAfterAConnectionThatBroke() {
        rig.receiver.doing(TestReceiver.closing());
        rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        rig.sending();
        rig.untilAttempted(id, 1);
        assertThat(rig.lastResult(id)).isEqualTo("unreachable/0");
        rig.receiver.doing(TestReceiver.answering(200));
        rig.clock.advance(Duration.ofSeconds(5));
        rig.untilStatus(id, "delivered/2");
    }

    @Test
    void doesNotFollowARedirect() {
        rig.receiver.doing(
                TestReceiver.answering(307, "location", rig.receiver.url().replace("hook", "elsewhere")));
        rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        rig.sending();
        rig.untilAttempted(id, 1);
        assertThat(rig.lastResult(id)).isEqualTo("refused/307");
        assertThat(rig.receiver.received()).hasSize(1);
    }

    @Test
    void restsAsLongAsTheReceiverAsksWithinADay() {
        rig.receiver.doing(TestReceiver.answering(429, "retry-after", "1800"));
        rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        rig.sending();
        rig.untilAttempted(id, 1);
        assertThat(rig.dueIn(id)).isEqualTo(Duration.ofMinutes(30));
        rig.receiver.doing(TestReceiver.answering(503, "retry-after", "999999999"));
        rig.clock.advance(Duration.ofMinutes(30));
        rig.untilAttempted(id, 2);
        assertThat(rig.dueIn(id)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void disablesASubscriptionWhoseReceiverIsGoneAndKeepsWhatItWasToBeTold() {
        rig.receiver.doing(TestReceiver.answering(410));
        Done made = rig.subscribe(rig.receiver.url(), false);
        UUID id = rig.event("a", "one");
        rig.sending();
        rig.untilAttempted(id, 1);
        assertThat(Await.on(rig.subscriptions().list(rig.tenant)).get(0).disabled())
                .isTrue();
        UUID later = rig.event("a", "two");
        rig.clock.advance(Duration.ofHours(1));
        rig.receiver.doing(TestReceiver.answering(200));
        assertThat(rig.status(later)).isEqualTo("waiting/0");
        assertThat(rig.receiver.received()).hasSize(1);

        Await.on(rig.subscriptions()
                .replace(
                        rig.tenant,
                        made.view().id(),
                        new SubscriptionRequest(
                                rig.receiver.url(), Set.of(SubscriptionRequest.ALL_TYPES), false, null)));
        rig.clock.advance(Duration.ofMinutes(1));
        rig.untilStatus(later, "delivered");
        assertThat(rig.receiver.received().stream().map(TestReceiver.Received::id))
                .containsExactly(id.toString(), id.toString(), later.toString());
    }

    @Test
    void sendsNothingToAnAddressThatIsNotPublic() {
        rig.subscribe(rig.receiver.url("receiver.example"), false);
        UUID id = rig.event("a", "one");
        rig.process(new TargetPolicy(true, List.of()), SHORT)
                .notifications()
                .deliveries()
                .start();
        rig.untilAttempted(id, 1);
        assertThat(rig.lastResult(id)).isEqualTo("forbidden/0");
        assertThat(rig.receiver.received()).isEmpty();
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndNotToTheName() {
        List<String> asked = new ArrayList<>();
        rig.subscribe(rig.receiver.url("receiver.example"), false);
        UUID id = rig.event("a", "one");
        rig.process(NotificationRig.LOOPBACK, SHORT, host -> {
                    asked.add(host);
                    return Future.succeededFuture(List.of(InetAddress.getLoopbackAddress()));
                })
                .notifications()
                .deliveries()
                .start();
        rig.untilStatus(id, "delivered/1");
        assertThat(asked).containsExactly("receiver.example");
        assertThat(rig.receiver.received().get(0).headers().get("host")).startsWith("receiver.example:");
    }

    @Test
    void triesAgainWhereANameHasNoAddress() {
        rig.subscribe(rig.receiver.url("receiver.example"), false);
        UUID id = rig.event("a", "one");
        rig.process(NotificationRig.LOOPBACK, SHORT, host -> Future.failedFuture("no such name"))
                .notifications()
                .deliveries()
                .start();
        rig.untilAttempted(id, 1);
        assertThat(rig.lastResult(id)).isEqualTo("unresolved/0");
    }
}
