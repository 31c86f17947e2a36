package dev.holdfast.engine.notification;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What was given up, what came of each attempt, and having it sent again. What is sent again begins its schedule anew, under
 * the same id, and may come after later ones. Futures fail with the database's own exception if it cannot be asked.
 */
public final class DeadLetters {

    /** Rows of a list, and rows that one call has sent again. */
    public static final int MAX_PAGE = 200;

    /**
     * A notification that was given up.
     *
     * @param number ascends; to go on from
     */
    public record DeadLetter(
            long number, UUID notification, String type, Instant createdAt, int attempts, Instant diedAt) {}

    /**
     * One sending.
     *
     * @param status of HTTP; zero if there was no answer
     */
    public record Attempt(int number, String result, int status, Duration took, Instant endedAt) {}

    private final Pool pool;
    private final Clock clock;

    DeadLetters(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The next {@link #MAX_PAGE} at most, after a number or from 0. */
    public Future<List<DeadLetter>> list(int tenant, UUID subscription, long after) {
        return pool.preparedQuery(DeadLetterStore.LIST)
                .execute(Tuple.of(tenant, subscription, after, MAX_PAGE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeadLetters::letter)
                        .toList());
    }

    private static DeadLetter letter(Row row) {
        return new DeadLetter(
                row.getLong(0),
                row.getUUID(1),
                row.getString(2),
                row.getOffsetDateTime(3).toInstant(),
                row.getInteger(4),
                row.getOffsetDateTime(5).toInstant());
    }

    /**
     * Has what was given up sent again, the oldest first, {@link #MAX_PAGE} at most.
     *
     * @param from of the events, included
     * @param until of the events, excluded
     * @return how many; call again while it is {@link #MAX_PAGE}
     */
    public Future<Integer> replay(int tenant, UUID subscription, Instant from, Instant until) {
        Tuple chosen = Tuple.of(tenant, subscription, DeliveryStore.at(from), DeliveryStore.at(until))
                .addValue(DeliveryStore.at(clock.instant()))
                .addValue(MAX_PAGE);
        return pool.preparedQuery(DeadLetterStore.REPLAY).execute(chosen).map(rows -> rows.rowCount());
    }

    /** Has one sent again, delivered or given up; false if there is none, or it waits anyway. */
    public Future<Boolean> resend(int tenant, UUID subscription, UUID notification) {
        return pool.preparedQuery(DeadLetterStore.RESEND)
                .execute(Tuple.of(tenant, subscription, notification, DeliveryStore.at(clock.instant())))
                .map(rows -> rows.rowCount() > 0);
    }

    /** What came of the first {@link #MAX_PAGE} sendings. */
    public Future<List<Attempt>> attempts(int tenant, UUID subscription, UUID notification) {
        return pool.preparedQuery(DeadLetterStore.ATTEMPTS)
                .execute(Tuple.of(tenant, subscription, notification, MAX_PAGE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Attempt(
                                row.getInteger(0),
                                row.getString(1),
                                row.getInteger(2),
                                Duration.ofMillis(row.getInteger(3)),
                                row.getOffsetDateTime(4).toInstant()))
                        .toList());
    }
}
