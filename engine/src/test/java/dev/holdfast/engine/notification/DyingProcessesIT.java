package dev.holdfast.engine.notification;

import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Processes that die in the middle of it, before receivers that fail now and then. */
class DyingProcessesIT {

    private static final int ACCOUNTS = 12;
    private static final int ROUNDS = 12;

    private final NotificationRig rig = new NotificationRig();
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void loseNothingAndKeepTheOrderOfEachAccount() {
        rig.receiver.doing(this::answerOrNot);
        rig.subscribe(rig.receiver.url(), false);
        Map<String, List<String>> happened = new TreeMap<>();
        List<NotificationRig.Running> processes = new ArrayList<>(List.of(rig.sending(), rig.sending()));
        for (int round = 0; round < ROUNDS; round++) {
            for (int event = 0; event < 30; event++) {
                String account = "account-" + random.nextInt(ACCOUNTS);
                UUID id = rig.event(account, "event " + event);
                happened.computeIfAbsent(account, first -> new ArrayList<>()).add(id.toString());
            }
            rig.kill(processes.remove(0));
            processes.add(rig.sending());
            rig.clock.advance(Deliveries.LEASE.dividedBy(2));
        }
        rig.receiver.doing(TestReceiver.answering(200));
        for (int hour = 0; hour < 100 && waiting(); hour++) {
            rig.clock.advance(Duration.ofHours(1));
            rig.untilIdle();
        }

        assertThat(waiting()).as("seed %d", seed).isFalse();
        List<String> arrived =
                rig.receiver.received().stream().map(TestReceiver.Received::id).toList();
        happened.forEach((account, ids) -> assertThat(
                        arrived.stream().filter(ids::contains).distinct())
                .as("seed %d, %s", seed, account)
                .isEqualTo(ids));
    }

    private synchronized void answerOrNot(HttpServerRequest request) {
        switch (random.nextInt(12)) {
            case 0 -> TestReceiver.answering(500).accept(request);
            case 1 -> TestReceiver.closing().accept(request);
            default -> TestReceiver.answering(200).accept(request);
        }
    }

    private boolean waiting() {
        return !rig.database
                .queryText("SELECT count(*) FROM notification WHERE status <> 'delivered'")
                .equals("0");
    }
}
