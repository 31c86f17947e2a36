package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rows of updates to the network's file. The futures fail with a {@link dev.holdfast.engine.lane.Failure}. */
final class FileUpdateStore {

    /**
     * Takes what is due, for a while. An update waits for the earlier ones of its card, unless they have been given up:
     * a deletion that overtook its addition would leave the card on the file. Of two takers, the second passes over the
     * rows of the first.
     */
    private static final String TAKE = """
            UPDATE file_update u
            SET attempts = u.attempts + 1, sent_at = clock_timestamp(),
                due_at = clock_timestamp() + make_interval(secs => $3)
            FROM (
                SELECT d.bucket, d.account_id, d.card_id, d.change_no
                FROM file_update d
                WHERE d.acknowledged_at IS NULL AND d.due_at <= clock_timestamp() AND d.attempts < $2
                  AND NOT EXISTS (
                    SELECT FROM file_update e
                    WHERE e.bucket = d.bucket AND e.account_id = d.account_id AND e.card_id = d.card_id
                      AND e.change_no < d.change_no AND e.acknowledged_at IS NULL
                      AND (e.attempts < $2 OR e.due_at > clock_timestamp()))
                ORDER BY d.due_at LIMIT $1
                FOR UPDATE SKIP LOCKED
            ) due
            WHERE u.bucket = due.bucket AND u.account_id = due.account_id AND u.card_id = due.card_id
              AND u.change_no = due.change_no
            RETURNING u.account_id, u.card_id, u.change_no, u.action, u.reason, u.attempts
            """;

    private static final String ACKNOWLEDGE = """
            UPDATE file_update SET acknowledged_at = clock_timestamp()
            WHERE bucket = $1 AND account_id = $2 AND card_id = $3 AND change_no = $4 AND acknowledged_at IS NULL
            """;

    /** Of this attempt only: another taker may have it by now. */
    private static final String FAIL = """
            UPDATE file_update SET due_at = clock_timestamp() + make_interval(secs => $6)
            WHERE bucket = $1 AND account_id = $2 AND card_id = $3 AND change_no = $4 AND acknowledged_at IS NULL
              AND attempts = $5
            """;

    private static final String GIVEN_UP = """
            SELECT count(*) FROM file_update
            WHERE acknowledged_at IS NULL AND attempts >= $1 AND due_at <= clock_timestamp()
            """;

    private final Pool pool;

    FileUpdateStore(Pool pool) {
        this.pool = pool;
    }

    Future<List<FileUpdate>> take(int limit, int maxAttempts, Duration lease) {
        Tuple bounds = Tuple.of(limit, maxAttempts, seconds(lease));
        return CardFailures.known(pool.preparedQuery(TAKE).execute(bounds).map(rows -> {
            List<FileUpdate> taken = new ArrayList<>();
            rows.forEach(row -> taken.add(update(row)));
            return taken;
        }));
    }

    private static FileUpdate update(Row row) {
        return new FileUpdate(
                new AccountId(row.getUUID(0)),
                row.getUUID(1),
                row.getInteger(2),
                FileAction.ofLabel(row.getString(3)),
                CardStatus.ofLabel(row.getString(4)),
                row.getInteger(5));
    }

    Future<Void> acknowledge(FileUpdate update) {
        return CardFailures.known(
                pool.preparedQuery(ACKNOWLEDGE).execute(key(update)).mapEmpty());
    }

    Future<Void> fail(FileUpdate update, Duration rest) {
        Tuple parameters = key(update).addInteger(update.attempt()).addValue(seconds(rest));
        return CardFailures.known(pool.preparedQuery(FAIL).execute(parameters).mapEmpty());
    }

    Future<Long> givenUp(int maxAttempts) {
        return CardFailures.known(pool.preparedQuery(GIVEN_UP)
                .execute(Tuple.of(maxAttempts))
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    private static Tuple key(FileUpdate update) {
        return Tuple.of(update.account().bucket(), update.account().value(), update.cardId(), update.changeNumber());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
