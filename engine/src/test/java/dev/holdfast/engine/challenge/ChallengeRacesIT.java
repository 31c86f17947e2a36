package dev.holdfast.engine.challenge;

import dev.holdfast.engine.testing.Await;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import static dev.holdfast.engine.challenge.ChallengeRig.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

/** What happens at once. */
@TestInstance(Lifecycle.PER_CLASS)
class ChallengeRacesIT {

    private static final int GUESSES = 64;

    private final ChallengeRig rig = new ChallengeRig();

    @AfterAll
    void stop() {
        rig.close();
    }

    private static String words(ChallengeOutcome outcome) {
        return outcome.fold(
                done -> done.replayed() ? "replayed" : "done",
                refused -> refused.reason().code());
    }

    private static List<String> words(List<Future<ChallengeOutcome>> outcomes) {
        return outcomes.stream().map(outcome -> words(Await.on(outcome))).toList();
    }

    @RepeatedTest(5)
    void comparesThreeOfManyGuessesThatComeAtOnce() {
        Challenge challenge = rig.started(ChallengeMethod.OTP);
        String code = rig.delivery().lastCodeOf(challenge.id());
        List<Future<ChallengeOutcome>> guesses = new ArrayList<>();
        for (int i = 0; i < GUESSES; i++) {
            String guess = String.format("%06d", (Integer.parseInt(code) + 1 + i) % 1_000_000);
            guesses.add(rig.type(challenge.id(), guess));
        }

        List<String> heard = words(guesses);

        assertThat(heard).containsOnly("wrong_code", "attempts_exceeded");
        assertThat(heard).filteredOn("wrong_code"::equals).hasSize(2);
        assertThat(rig.column(challenge.id(), "state || ' ' || attempts")).isEqualTo("attempts_exceeded 3");
    }

    @RepeatedTest(5)
    void approvesOnceIfTheRightCodeComesManyTimes() {
        Challenge challenge = rig.started(ChallengeMethod.OTP);
        String code = rig.delivery().lastCodeOf(challenge.id());
        List<Future<ChallengeOutcome>> typed = IntStream.range(0, GUESSES)
                .mapToObj(i -> rig.type(challenge.id(), code))
                .toList();

        assertThat(words(typed)).filteredOn("done"::equals).hasSize(1);
        assertThat(rig.column(challenge.id(), "state")).isEqualTo("approved");
        assertThat(Integer.parseInt(rig.column(challenge.id(), "attempts"))).isBetween(1, 3);
    }

    @RepeatedTest(5)
    void decidesOnceBetweenAnswersThatContradictEachOther() {
        Challenge challenge = rig.started(ChallengeMethod.OOB);
        List<Future<ChallengeOutcome>> answers = IntStream.range(0, GUESSES)
                .mapToObj(i -> rig.answer(challenge, i % 2 == 0 ? ChallengeAnswer.APPROVED : ChallengeAnswer.DECLINED))
                .toList();

        List<String> heard = words(answers);

        assertThat(heard).filteredOn("done"::equals).hasSize(1);
        assertThat(heard).filteredOn("replayed"::equals).hasSize(GUESSES / 2 - 1);
        assertThat(heard).filteredOn("already_decided"::equals).hasSize(GUESSES / 2);
        int winner = heard.indexOf("done");
        assertThat(rig.column(challenge.id(), "state")).isEqualTo(winner % 2 == 0 ? "approved" : "declined");
    }

    @RepeatedTest(3)
    void startsNoMoreThanTheCapIfAllStartAtOnce() {
        UUID card = UUID.randomUUID();
        String account = "crowd-" + card;
        List<Future<ChallengeOutcome>> starts = IntStream.range(0, 40)
                .mapToObj(i -> rig.challenges().start(rig.request(ChallengeMethod.OOB, account, card)))
                .toList();

        assertThat(words(starts)).filteredOn("done"::equals).hasSize(10);
    }

    @RepeatedTest(3)
    void startsOneChallengeIfTheSameStartComesManyTimes() {
        ChallengeRequest request = rig.request(ChallengeMethod.OTP);
        List<Future<ChallengeOutcome>> starts = IntStream.range(0, 20)
                .mapToObj(i -> rig.challenges().start(request))
                .toList();

        List<String> heard = words(starts);

        assertThat(heard).filteredOn("done"::equals).hasSize(1);
        assertThat(heard).filteredOn("replayed"::equals).hasSize(19);
    }

    @RepeatedTest(5)
    void makesOneNewCodeIfManyAreAskedForAtOnce() {
        Challenge challenge = rig.started(ChallengeMethod.OTP);
        rig.age(challenge.id(), 30);
        List<Future<ChallengeOutcome>> resends = IntStream.range(0, 20)
                .mapToObj(i -> rig.challenges().resend(TENANT, challenge.id()))
                .toList();

        assertThat(words(resends)).filteredOn("done"::equals).hasSize(1);
        assertThat(rig.delivery().codesOf(challenge.id())).hasSize(2);
    }

    /** The answer was sent in time, and waits for the row; when it gets there, the time is over. */
    @Test
    void refusesAnAnswerThatWaitedPastTheEnd() throws SQLException {
        Challenge challenge = rig.started(ChallengeMethod.OOB);
        Future<ChallengeOutcome> answer;
        try (Connection other = rig.database().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE challenge SET reason = reason WHERE challenge_id = '" + challenge.id() + "'");
            answer = rig.answer(challenge, ChallengeAnswer.APPROVED);
            Await.until("the answer waits for the row", this::somebodyWaits);
            statement.execute("UPDATE challenge SET expires_at = clock_timestamp() WHERE challenge_id = '"
                    + challenge.id() + "'");
            other.commit();
        }

        assertThat(words(Await.on(answer))).isEqualTo("expired");
        assertThat(rig.column(challenge.id(), "state")).isEqualTo("expired");
    }

    private boolean somebodyWaits() {
        return !rig.database()
                .queryText("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND datname = current_database()")
                .equals("0");
    }

    /** Ends by time, by result, and by attempts meet: one of them is written, and heard of by all. */
    @RepeatedTest(10)
    void endsInOneWayAtTheEnd() {
        Challenge challenge = rig.started(ChallengeMethod.OOB);
        rig.database()
                .execute("UPDATE challenge SET expires_at = clock_timestamp() + interval '5 milliseconds'"
                        + " WHERE challenge_id = '" + challenge.id() + "'");
        List<Future<ChallengeOutcome>> answers = IntStream.range(0, 32)
                .mapToObj(i -> rig.answer(challenge, ChallengeAnswer.APPROVED))
                .toList();
        Await.on(rig.challenges().expireDue(Challenges.MAX_EXPIRED));

        List<String> heard = words(answers);

        String state = rig.column(challenge.id(), "state");
        if (state.equals("approved")) {
            assertThat(heard)
                    .containsOnly("done", "replayed")
                    .filteredOn("done"::equals)
                    .hasSize(1);
        } else {
            assertThat(state).isEqualTo("expired");
            assertThat(heard).containsOnly("expired");
        }
    }
}
