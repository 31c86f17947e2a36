package dev.holdfast.engine.lane;

import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Faults that pass: the database rolls a batch back through no fault of its own. */
@TestInstance(Lifecycle.PER_CLASS)
class TransientFaultIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url(), LaneLimits.oneLane());

    /** A sequence is not rolled back, so it counts the faults across the transactions that they end. */
    @BeforeAll
    void injectFaults() {
        engine.open("a");
        database.execute("""
                CREATE SEQUENCE faults;
                CREATE TABLE fault (sqlstate text, remaining_until bigint);
                CREATE FUNCTION fail_sometimes() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE planned record;
                BEGIN
                    FOR planned IN SELECT * FROM fault LOOP
                        IF nextval('faults') <= planned.remaining_until THEN
                            RAISE EXCEPTION 'injected' USING ERRCODE = planned.sqlstate;
                        END IF;
                    END LOOP;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER fail_sometimes AFTER INSERT ON journal FOR EACH STATEMENT EXECUTE FUNCTION fail_sometimes()
                """);
    }

    @AfterAll
    void leavesABookThatVerifies() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    private void fail(String sqlstate, int times) {
        database.execute("SELECT setval('faults', 1, false); TRUNCATE fault; INSERT INTO fault VALUES ('" + sqlstate
                + "', " + times + ")");
    }

    @Test
    void runsABatchAgainAfterADeadlock() {
        fail("40P01", 2);

        LedgerOutcome.Applied applied =
                (LedgerOutcome.Applied) Await.on(engine.apply(engine.deposit("a", "deadlock", 1)));

        assertThat(applied.replayed()).isFalse();
        assertThat(entries("deadlock")).isEqualTo("1");
    }

    @Test
    void runsABatchOfManyAgainAsItIs() {
        fail("40001", 1);
        List<Future<LedgerOutcome>> answers = IntStream.range(0, 50)
                .mapToObj(i -> engine.apply(engine.deposit("a", "many" + i, 1)))
                .toList();

        answers.forEach(answer -> assertThat(Await.on(answer)).isInstanceOf(LedgerOutcome.Applied.class));
    }

    @Test
    void givesUpAFaultThatDoesNotPassAndAppliesNothing() {
        fail("53100", 1_000);

        assertThat(Await.failureOf(engine.apply(engine.deposit("a", "disk-full", 1))))
                .isEqualTo(Failure.Kind.DATABASE_UNAVAILABLE);

        fail("00000", 0);
        assertThat(entries("disk-full")).isEqualTo("0");
        assertThat(Await.on(engine.apply(engine.deposit("a", "disk-full", 1))))
                .isInstanceOf(LedgerOutcome.Applied.class);
    }

    @Test
    void storesACommandThatIsRejectedOnceAfterATransientFault() {
        fail("40001", 1);
        database.execute("INSERT INTO fault VALUES ('23514', 4)");

        LedgerOutcome outcome = Await.on(engine.apply(engine.deposit("a", "both-faults", 1)));

        assertThat(outcome).isInstanceOf(LedgerOutcome.Applied.class);
    }

    @Test
    void waitsForALockThatSomebodyElseHolds() throws SQLException {
        fail("00000", 0);
        Future<LedgerOutcome> waiting;
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM balance JOIN account USING (bucket, account_id) WHERE account_ref = 'a'"
                    + " FOR UPDATE OF balance");
            waiting = engine.apply(engine.deposit("a", "locked", 1));
            Await.until(
                    "the lane waits for the lock",
                    () -> database.queryText("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                    + " AND application_name = 'holdfast-lane' AND datname = current_database()")
                            .equals("1"));
            assertThat(waiting.isComplete()).isFalse();
            other.rollback();
        }

        assertThat(Await.on(waiting)).isInstanceOf(LedgerOutcome.Applied.class);
    }

    private String entries(String key) {
        return database.queryText("SELECT count(*) FROM journal WHERE idempotency_key = '" + key + "'");
    }
}
