package dev.holdfast.engine.control;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.control.AssignmentOutcome.Done;
import dev.holdfast.engine.control.AssignmentOutcome.Refused;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Which controls apply to which cards and accounts, from the very next purchase on. A control is assigned by name: its
 * active version decides, and one in shadow is watched. Whether a card exists is the caller's to know. Futures fail with
 * the database's own exception if it cannot be asked.
 */
public final class ControlAssignments {

    private final Pool pool;

    public ControlAssignments(Pool pool) {
        this.pool = pool;
    }

    /**
     * Lets a control apply, unless it does already.
     *
     * @param card one of the account's cards; null for all of them
     */
    public Future<AssignmentOutcome> assign(AccountKey account, @Nullable UUID card, String control) {
        Subject subject = subject(account, card);
        return pool.withTransaction(connection -> refusal(connection, account.tenantId(), subject, control)
                .compose(refusal -> refusal != null
                        ? Future.succeededFuture(new Refused(refusal))
                        : connection
                                .preparedQuery(VersionStore.ASSIGN)
                                .execute(place(subject).addString(control).addInteger(account.tenantId()))
                                .map(assigned -> new Done())));
    }

    /** The lock on the account keeps others from assigning meanwhile, so that the count holds. */
    private static Future<@Nullable ControlRefusal> refusal(
            SqlConnection connection, int tenant, Subject subject, String control) {
        Tuple account = Tuple.of(subject.account().bucket(), subject.account().value());
        Tuple others = place(subject).addString(control).addUUID(Subject.WHOLE_ACCOUNT);
        return connection
                .preparedQuery(VersionStore.LOCK_ACCOUNT)
                .execute(account)
                .compose(locked -> {
                    if (locked.size() == 0) {
                        return Future.succeededFuture(ControlRefusal.ACCOUNT_NOT_FOUND);
                    }
                    return one(connection, VersionStore.FIND_CONTROL, Tuple.of(tenant, control))
                            .compose(found -> found.getBoolean(0)
                                    ? one(connection, VersionStore.COUNT_ASSIGNED, others)
                                            .map(count -> count.getLong(0) < ControlPolicy.MAX_CONTROLS
                                                    ? null
                                                    : ControlRefusal.TOO_MANY_ASSIGNED)
                                    : Future.succeededFuture(ControlRefusal.CONTROL_NOT_FOUND));
                });
    }

    private static Future<Row> one(SqlConnection connection, String sql, Tuple parameters) {
        return connection
                .preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.iterator().next());
    }

    /**
     * Lets a control apply no more.
     *
     * @param card as it was assigned; null for the account
     */
    public Future<AssignmentOutcome> unassign(AccountKey account, @Nullable UUID card, String control) {
        return pool.preparedQuery(VersionStore.UNASSIGN)
                .execute(place(subject(account, card)).addString(control))
                .map(removed -> removed.rowCount() == 1 ? new Done() : new Refused(ControlRefusal.NOT_ASSIGNED));
    }

    /**
     * The names of the controls that are assigned there, in order: at most {@link ControlPolicy#MAX_CONTROLS}.
     *
     * @param card null for those of the account, which are not those of its cards
     */
    public Future<List<String>> assigned(AccountKey account, @Nullable UUID card) {
        return pool.preparedQuery(VersionStore.LIST_ASSIGNED)
                .execute(place(subject(account, card)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    private static Subject subject(AccountKey account, @Nullable UUID card) {
        return new Subject(AccountId.of(account), card == null ? Subject.WHOLE_ACCOUNT : card);
    }

    private static Tuple place(Subject subject) {
        return Tuple.of(subject.account().bucket(), subject.account().value(), subject.card());
    }
}
