package dev.holdfast.engine.control;

import dev.holdfast.engine.control.ControlOutcome.Done;
import dev.holdfast.engine.control.ControlOutcome.Refused;
import dev.holdfast.engine.json.JsonPlace;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;

/**
 * The versions of each tenant's controls. What is activated is asked from the very next purchase on, and with the same
 * commit the version before it no more. Futures fail with the database's own exception if it cannot be asked.
 */
public final class Controls {

    /** Of one control. */
    public static final int MAX_VERSIONS = 1_000;

    /** Names in one page of a list. */
    public static final int MAX_PAGE = 200;

    private final Pool pool;

    public Controls(Pool pool) {
        this.pool = pool;
    }

    /**
     * Drafts the next version of a control, or the first, which makes the control.
     *
     * @param control 1 to 64 printable characters
     * @throws IllegalArgumentException if the name or the rules are beyond their bounds
     */
    public Future<ControlOutcome> draft(int tenant, String control, List<Rule> rules) {
        String name = new ControlVersion(control, 1).control();
        String text = text(rules);
        return pool.withTransaction(connection -> ask(connection, VersionStore.ADD_CONTROL, Tuple.of(tenant, name))
                .compose(added -> ask(connection, VersionStore.LOCK_CONTROL, Tuple.of(tenant, name)))
                .compose(locked -> ask(connection, VersionStore.NEXT_NUMBER, Tuple.of(tenant, name)))
                .compose(found -> {
                    int number = first(found).getInteger(0);
                    if (number > MAX_VERSIONS) {
                        return refused(ControlRefusal.TOO_MANY_VERSIONS);
                    }
                    Tuple draft = Tuple.of(tenant, name, number, text, RulesJson.digest(text));
                    return ask(connection, VersionStore.INSERT_DRAFT, draft).map(Controls::done);
                }));
    }

    /**
     * Gives a draft other rules.
     *
     * @throws IllegalArgumentException if they are beyond their bounds
     */
    public Future<ControlOutcome> change(int tenant, ControlVersion version, List<Rule> rules) {
        String text = text(rules);
        return changed(tenant, version, (connection, status) -> {
            if (status != ControlStatus.DRAFT) {
                return refused(ControlRefusal.NOT_A_DRAFT);
            }
            Tuple draft = named(tenant, version).addString(text).addUUID(RulesJson.digest(text));
            return ask(connection, VersionStore.CHANGE_DRAFT, draft).map(Controls::done);
        });
    }

    /** Lets a draft be asked and count with every purchase, without declining any. */
    public Future<ControlOutcome> shadow(int tenant, ControlVersion version) {
        return step(tenant, version, ControlStatus.SHADOW);
    }

    /** Lets a version decide that is in shadow, and retires the one that has decided so far. */
    public Future<ControlOutcome> activate(int tenant, ControlVersion version) {
        return step(tenant, version, ControlStatus.ACTIVE);
    }

    /** Gives a version up. */
    public Future<ControlOutcome> retire(int tenant, ControlVersion version) {
        return step(tenant, version, ControlStatus.RETIRED);
    }

    private Future<ControlOutcome> step(int tenant, ControlVersion version, ControlStatus next) {
        return changed(tenant, version, (connection, status) -> {
            if (!status.mayBecome(next)) {
                return refused(ControlRefusal.WRONG_STEP);
            }
            Tuple control = Tuple.of(tenant, version.control());
            return switch (next) {
                case SHADOW ->
                    ask(connection, VersionStore.ANY_IN_SHADOW, control)
                            .compose(found -> first(found).getBoolean(0)
                                    ? refused(ControlRefusal.ANOTHER_IN_SHADOW)
                                    : become(connection, tenant, version, next));
                case ACTIVE ->
                    ask(connection, VersionStore.RETIRE_ACTIVE, control)
                            .compose(retired -> become(connection, tenant, version, next));
                case DRAFT, RETIRED -> become(connection, tenant, version, next);
            };
        });
    }

    private static Future<ControlOutcome> become(
            SqlConnection connection, int tenant, ControlVersion version, ControlStatus next) {
        Tuple parameters = named(tenant, version).addString(JsonPlace.label(next));
        return ask(connection, VersionStore.SET_STATUS, parameters).map(Controls::done);
    }

    /** @param change what to do with the status that the version has, and keeps meanwhile */
    private Future<ControlOutcome> changed(
            int tenant,
            ControlVersion version,
            BiFunction<SqlConnection, ControlStatus, Future<ControlOutcome>> change) {
        return pool.withTransaction(connection -> ask(
                        connection, VersionStore.LOCK_CONTROL, Tuple.of(tenant, version.control()))
                .compose(locked -> locked.size() == 0
                        ? refused(ControlRefusal.CONTROL_NOT_FOUND)
                        : ask(connection, VersionStore.READ_STATUS, named(tenant, version))
                                .compose(found -> found.size() == 0
                                        ? refused(ControlRefusal.VERSION_NOT_FOUND)
                                        : change.apply(connection, VersionRows.status(first(found), 0)))));
    }

    /** One version with its rules. */
    public Future<Optional<ControlView>> version(int tenant, ControlVersion version) {
        return pool.preparedQuery(VersionStore.READ_VERSION)
                .execute(named(tenant, version))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(VersionRows::view));
    }

    /** All versions of a control, the newest first; none if there is no such control. */
    public Future<List<ControlSummary>> versions(int tenant, String control) {
        return pool.preparedQuery(VersionStore.LIST_VERSIONS)
                .execute(Tuple.of(tenant, control, MAX_VERSIONS))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(VersionRows::summary)
                        .toList());
    }

    /**
     * The names of the tenant's controls, in order.
     *
     * @param after begins behind this name; empty for the first page
     * @param limit 1 to {@link #MAX_PAGE}
     */
    public Future<List<String>> list(int tenant, String after, int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE + " names");
        }
        return pool.preparedQuery(VersionStore.LIST_CONTROLS)
                .execute(Tuple.of(tenant, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    /** Checked by reading it again: what is stored must be readable for ever. */
    private static String text(List<Rule> rules) {
        String text = RulesJson.write(rules);
        if (!RulesJson.read(text).equals(rules)) {
            throw new IllegalArgumentException("the rules do not survive being written");
        }
        return text;
    }

    private static Tuple named(int tenant, ControlVersion version) {
        return Tuple.of(tenant, version.control(), version.number());
    }

    private static Future<RowSet<Row>> ask(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    private static Row first(RowSet<Row> rows) {
        return rows.iterator().next();
    }

    private static ControlOutcome done(RowSet<Row> rows) {
        return new Done(VersionRows.view(first(rows)));
    }

    private static Future<ControlOutcome> refused(ControlRefusal reason) {
        return Future.succeededFuture(new Refused(reason));
    }
}
