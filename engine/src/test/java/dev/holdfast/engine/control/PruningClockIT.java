package dev.holdfast.engine.control;

import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class PruningClockIT {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final TestDatabase database = TestDatabase.migrated();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = new Connections(vertx, database.url()).openForAdministration();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterAll
    void stop() {
        Await.on(pool.close());
        Await.on(vertx.close());
        database.close();
    }

    /** More counters than are looked at in a run, each with one bucket in sight and one that is not. */
    @BeforeEach
    void countLongAgo() {
        database.execute("TRUNCATE velocity_counter, velocity_bucket");
        database.execute(
                "INSERT INTO velocity_counter (bucket, account_id, card_id, counter_id, definition, looks_back_s)"
                        + " SELECT i % 64, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '{}', 60"
                        + " FROM generate_series(1, " + (PruningClock.LIMIT + 200) + ") AS i");
        database.execute("INSERT INTO velocity_bucket SELECT bucket, account_id, card_id, counter_id, now() - age, 1, 1"
                + " FROM velocity_counter, unnest(ARRAY[interval '1 second', interval '2 days']) AS age");
    }

    @Test
    void deletesWhatNobodySeesAndStopsWhenToldTo() {
        PruningClock clock = PruningClock.start(vertx, new ControlPruning(pool), OFTEN, meters);

        Await.until("the old buckets are gone", () -> buckets().equals(String.valueOf(PruningClock.LIMIT + 200)));
        Await.on(clock.stop());

        assertThat(meters.get("holdfast.controls.pruned")
                        .tag("table", "bucket")
                        .counter()
                        .count())
                .isEqualTo(PruningClock.LIMIT + 200);
        countLongAgo();
        assertThat(buckets()).isEqualTo(String.valueOf(2 * (PruningClock.LIMIT + 200)));
    }

    @Test
    void goesOnAfterAFailure() {
        database.execute("ALTER TABLE velocity_bucket RENAME TO velocity_bucket_away");
        PruningClock clock = PruningClock.start(vertx, new ControlPruning(pool), OFTEN, meters);
        Await.until(
                "a run has failed",
                () -> meters.get("holdfast.controls.pruning.failures").counter().count() > 0);

        database.execute("ALTER TABLE velocity_bucket_away RENAME TO velocity_bucket");

        Await.until("the old buckets are gone", () -> buckets().equals(String.valueOf(PruningClock.LIMIT + 200)));
        Await.on(clock.stop());
    }

    private String buckets() {
        return database.queryText("SELECT count(*) FROM velocity_bucket");
    }
}
