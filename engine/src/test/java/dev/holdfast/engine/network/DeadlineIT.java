package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

/** Decisions around their deadline, 2.0 s after the message was sent, before a database that is slow or goes away. */
@TestInstance(Lifecycle.PER_CLASS)
class DeadlineIT {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final long FUNDS = 100_000;
    private static final long AMOUNT = 10;
    private static final int SWEEP = 50;

    /**
     * Between the host's look at its clock and the test's own lie some instructions, in which the machine may do something
     * else.
     */
    private static final Duration PREEMPTION = Duration.ofMillis(20);

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url(), LaneLimits.oneLane());
    private final TestNetwork network = new TestNetwork(engine);

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    @Test
    void neverApprovesAfterTheDeadlineWhereMessagesComeAroundIt() {
        TestCard card = known("sweep");

        List<Sent> sent = sweep(card, Instant.now());
        sent.add(send(message(card, "in-time"), Instant.now()));

        sent.forEach(Sent::await);
        assertThat(sent).noneMatch(Sent::approvedLate);
        assertThat(sent.get(0).approved()).isFalse();
        assertThat(sent.get(sent.size() - 1).approved()).isTrue();
        settles(card, sent);
    }

    @Test
    void neverApprovesAfterTheDeadlineWhereTheDatabaseComesBackAroundIt() throws SQLException {
        TestCard card = known("released");
        Instant release = Instant.now().plusMillis(200);
        List<Sent> sent;
        try (Connection lock = lock(card)) {
            sent = sweep(card, release);
            Await.until("the deadlines begin to pass", () -> Instant.now().isAfter(release));
            lock.commit();
        }

        sent.forEach(Sent::await);
        assertThat(sent).noneMatch(Sent::approvedLate);
        settles(card, sent);
    }

    /** All are decided in one transaction, whose writing lasts until every deadline has passed. */
    @Test
    void takesBackEveryApprovalThatWasStoredTooLate() throws SQLException {
        TestCard card = known("late");
        TestCard busy = known("busy");
        Instant middle = Instant.now().plusMillis(400);
        List<Sent> sent;
        try (Connection first = lock(busy);
                Connection second = slowWriting()) {
            Future<?> ahead = engine.apply(engine.deposit("busy", "ahead", 1));
            Await.until("the lane waits for one account", () -> waiting() == 1);
            sent = sweep(card, middle);
            first.commit();
            Await.on(ahead);
            Await.until("the lane is writing", () -> waiting() == 1);
            Await.until("all deadlines have passed", () -> Instant.now().isAfter(middle.plusMillis(SWEEP + 1)));
            second.commit();
        }

        sent.forEach(Sent::await);
        assertThat(sent).noneMatch(Sent::approved).allMatch(one -> one.reason() == DeclineReason.DEADLINE);
        // Before anybody was told.
        assertThat(engine.standing("late")).isEqualTo(FUNDS + "/0");
        settles(card, sent);
        assertThat(voided(card)).isEqualTo(sent.size());
        // The network asks again: what was declined once is not approved now.
        List<Sent> again =
                sent.stream().map(one -> send(one.arrival, Instant.now())).toList();
        again.forEach(Sent::await);
        assertThat(again).noneMatch(Sent::approved);
        assertThat(engine.standing("late")).isEqualTo(FUNDS + "/0");
    }

    @Test
    void agreesWithTheLedgerHoweverOftenItsConnectionIsKilled() {
        TestCard card = known("killed");
        List<Sent> sent = new ArrayList<>();
        for (int round = 0; round < 15; round++) {
            for (int i = 0; i < 20; i++) {
                sent.add(send(message(card, "killed-" + round + "-" + i), Instant.now()));
            }
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE application_name = 'holdfast-lane' AND datname = current_database()");
            sent.forEach(Sent::await);
        }

        assertThat(sent).noneMatch(Sent::approvedLate);
        settles(card, sent);
    }

    /** A card that the engine knows, so that finding it takes no time. */
    private TestCard known(String account) {
        TestCard card = network.card(account, FUNDS + AMOUNT);
        network.authorize(card, network.trace(), account + "-first", FINAL_AUTHORIZATION, AMOUNT);
        return card;
    }

    /** Messages whose deadlines lie 50 ms before this instant, to 50 ms after, one every millisecond. */
    private List<Sent> sweep(TestCard card, Instant middle) {
        List<Sent> sent = new ArrayList<>();
        for (int offset = -SWEEP; offset <= SWEEP; offset++) {
            Instant deadline = middle.plusMillis(offset);
            sent.add(send(message(card, card.account() + offset), deadline.minus(DEADLINE)));
        }
        return sent;
    }

    private Arrival message(TestCard card, String networkId) {
        Trace trace = network.trace();
        return network.arrival(
                card, AUTHORIZATION, trace, networkId, TestNetwork.request(trace, FINAL_AUTHORIZATION, AMOUNT));
    }

    private Sent send(Arrival arrival, Instant sentAt) {
        Arrival timed = TestNetwork.with(arrival, arrival.links(), sentAt);
        return new Sent(timed, network.submit(timed).map(answer -> new Answered(answer.outcome(), Instant.now())));
    }

    /** Waits until what is approved in the ledger is what was answered, and no more. */
    private void settles(TestCard card, List<Sent> sent) {
        long approved = sent.stream().filter(Sent::approved).count();
        String stands = "SELECT count(*) FROM payment_fact f WHERE type = 'authorized' AND " + of(card)
                + " AND NOT EXISTS (SELECT FROM payment_fact v WHERE v.type = 'answer_voided' AND v.ref = f.ref)";
        Await.until(
                "every approval that was not answered is void",
                () -> database.queryText(stands).equals(String.valueOf(approved + 1)));
        assertThat(engine.standing(card.account())).isEqualTo(FUNDS - approved * AMOUNT + "/0");
    }

    private int voided(TestCard card) {
        return Integer.parseInt(
                database.queryText("SELECT count(*) FROM payment_fact WHERE type = 'answer_voided' AND " + of(card)));
    }

    private static String of(TestCard card) {
        return "account_id = (SELECT account_id FROM account WHERE account_ref = '" + card.account() + "')";
    }

    private Connection lock(TestCard card) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1 FROM balance WHERE " + of(card) + " FOR UPDATE");
        }
        return connection;
    }

    /** Facts cannot be written until this is committed. */
    private Connection slowWriting() throws SQLException {
        database.execute("""
                CREATE FUNCTION wait_for_test() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_advisory_xact_lock_shared(1); RETURN NULL; END';
                CREATE TRIGGER slow_writing AFTER INSERT ON payment_fact
                    FOR EACH STATEMENT EXECUTE FUNCTION wait_for_test()""");
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(1)");
        }
        return connection;
    }

    private int waiting() {
        return Integer.parseInt(database.queryText("SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND wait_event_type = 'Lock'"));
    }

    private record Answered(MessageOutcome outcome, Instant at) {}

    private record Sent(Arrival arrival, Future<Answered> answer) {

        Answered await() {
            return Await.on(answer);
        }

        boolean approved() {
            return await().outcome().response().isApproval();
        }

        DeclineReason reason() {
            return await().outcome().findings().get(0).reason();
        }

        boolean approvedLate() {
            Instant deadline = arrival.timing().sentAt().plus(DEADLINE).plus(PREEMPTION);
            return approved() && await().at().isAfter(deadline);
        }
    }
}
