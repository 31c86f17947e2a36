package dev.holdfast.engine.challenge;

import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LogLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class ChallengeClockIT {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final ChallengeRig rig = new ChallengeRig();

    @AfterAll
    void stop() {
        rig.close();
    }

    @Test
    void endsWhatIsOverAndStopsWhenToldTo() {
        Challenge due = rig.started(ChallengeMethod.OTP);
        rig.age(due.id(), 300);
        ChallengeClock clock = ChallengeClock.start(rig.vertx(), rig.challenges(), OFTEN);

        Await.until("it is over", () -> rig.column(due.id(), "state").equals("expired"));
        Await.on(clock.stop());

        assertThat(rig.column(due.id(), "code_digest")).isEqualTo("null");
    }

    @Test
    void goesOnAfterAFailure() {
        Challenge due = rig.started(ChallengeMethod.OTP);
        rig.age(due.id(), 300);
        rig.database().execute("ALTER TABLE challenge RENAME TO challenge_away");
        ChallengeClock clock;
        try (LogLines log = new LogLines()) {
            clock = ChallengeClock.start(rig.vertx(), rig.challenges(), OFTEN);
            Await.until(
                    "a run has failed", () -> log.texts().stream().anyMatch(line -> line.contains("stay as they are")));
        }

        rig.database().execute("ALTER TABLE challenge_away RENAME TO challenge");

        Await.until("it is over", () -> rig.column(due.id(), "state").equals("expired"));
        Await.on(clock.stop());
    }
}
