package dev.holdfast.engine.ledger;

import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import static org.assertj.core.api.Assertions.assertThat;

/** A caller whose event loop has ended before its answer comes. */
@TestInstance(Lifecycle.PER_CLASS)
class EndedCallerIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url(), LaneLimits.oneLane());

    @AfterAll
    void stop() {
        engine.close();
        database.close();
    }

    @Test
    void doesNotKeepTheLaneFromAnsweringOthers() throws SQLException {
        engine.open("ended");
        Vertx ending = Vertx.vertx();
        Future<?> lasting;
        try (Connection lock = database.connect();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("SELECT 1 FROM balance FOR UPDATE");
            Await.on(submitFrom(ending));
            lasting = engine.apply(engine.deposit("ended", "lasting", 5));
            Await.on(ending.close());
            lock.rollback();
        }

        Await.on(lasting);
        Await.on(engine.apply(engine.deposit("ended", "next", 7)));
        assertThat(engine.standing("ended")).isEqualTo("13/0");
    }

    /** Succeeds once the deposit is with the lane. */
    private Future<Void> submitFrom(Vertx caller) {
        return caller.executeBlocking(() -> null).mapEmpty().compose(here -> {
            engine.apply(engine.deposit("ended", "first", 1));
            return Future.succeededFuture();
        });
    }
}
