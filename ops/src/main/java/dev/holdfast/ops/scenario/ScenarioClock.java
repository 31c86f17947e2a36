package dev.holdfast.ops.scenario;

import dev.holdfast.engine.database.DatabaseUrl;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Duration;

/** Lets days pass for the payments of a throw-away database. */
final class ScenarioClock {

    /** Every payment is due so much sooner. */
    private static final String PASS = "UPDATE payment SET expires_at = expires_at - make_interval(days => $1)";

    private static final String DUE = "SELECT count(*) FROM payment WHERE expires_at <= now()";

    /** The engine looks every second. */
    private static final long PAUSE_MILLIS = 100;

    private static final long LIMIT_NANOS = Duration.ofSeconds(20).toNanos();

    private final Vertx vertx;
    private final PgConnectOptions database;

    ScenarioClock(Vertx vertx, DatabaseUrl database) {
        this.vertx = vertx;
        this.database = new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .setDatabase(database.database())
                .setUser(database.user())
                .setPassword(database.password());
    }

    /** Done when what is over has expired. */
    Future<Void> pass(int days) {
        long begun = System.nanoTime();
        return PgConnection.connect(vertx, database)
                .compose(connection -> connection
                        .preparedQuery(PASS)
                        .execute(Tuple.of(days))
                        .compose(passed -> untilNoneIsDue(connection, begun))
                        .eventually(connection::close));
    }

    private Future<Void> untilNoneIsDue(PgConnection connection, long begun) {
        return connection.query(DUE).execute().compose(rows -> {
            if (rows.iterator().next().getLong(0) == 0) {
                return Future.succeededFuture();
            }
            if (System.nanoTime() - begun > LIMIT_NANOS) {
                return Future.failedFuture("what is over has not expired");
            }
            Promise<Void> pause = Promise.promise();
            vertx.setTimer(PAUSE_MILLIS, timer -> pause.complete());
            return pause.future().compose(paused -> untilNoneIsDue(connection, begun));
        });
    }
}
