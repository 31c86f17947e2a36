package dev.holdfast.engine.program;

import dev.holdfast.engine.program.ProgramOutcome.Changed;
import dev.holdfast.engine.program.ProgramOutcome.OtherVersion;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;

/** Every tenant's settings, in memory. What another process changes is seen within a second while the database answers. */
public final class Programs {

    private static final Logger LOG = LoggerFactory.getLogger(Programs.class);

    /** Two of these, and the time of two queries, are the second after which a change is seen everywhere. */
    private static final long POLL_MILLIS = 400;

    private final Vertx vertx;
    private final Pool pool;
    private final Map<Integer, ProgramView> views = new ConcurrentHashMap<>();
    /** Versions that are not read again and again, and complained of once. */
    private final Map<Integer, Integer> unreadable = new ConcurrentHashMap<>();

    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final AtomicBoolean outage = new AtomicBoolean();

    /** Vert.x counts timers from 0, and finds none of a negative number. */
    private volatile long timer = -1;

    public Programs(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    /** Reads all settings, and goes on to read what changes until closed. Fails if they cannot be read. Called once. */
    public Future<Void> start() {
        return refresh().onSuccess(read -> timer = vertx.setPeriodic(POLL_MILLIS, id -> poll()));
    }

    /** The tenant's settings as far as they are known here. */
    public ProgramSettings of(int tenant) {
        return view(tenant).settings();
    }

    /** The tenant's settings with the version that a change must name. */
    public ProgramView view(int tenant) {
        return views.getOrDefault(tenant, ProgramView.UNCHANGED);
    }

    /**
     * Changes a tenant's settings, if they are still those that the caller has read.
     *
     * @param expectedVersion 0 if the tenant has changed nothing yet
     */
    public Future<ProgramOutcome> change(int tenant, ProgramSettings settings, int expectedVersion) {
        String text = SettingsJson.write(settings);
        return pool.preparedQuery(ProgramStore.CHANGE)
                .execute(Tuple.of(tenant, text, expectedVersion))
                .compose(rows -> {
                    Iterator<Row> changed = rows.iterator();
                    if (!changed.hasNext()) {
                        return read(List.of(tenant))
                                .map(other -> new OtherVersion(view(tenant).version()));
                    }
                    ProgramView view = new ProgramView(changed.next().getInteger(0), settings);
                    keep(tenant, view);
                    return Future.succeededFuture(new Changed(view));
                });
    }

    /** An older answer that comes later must not undo a newer one. */
    private void keep(int tenant, ProgramView read) {
        views.merge(tenant, read, (old, fresh) -> fresh.version() > old.version() ? fresh : old);
    }

    private void poll() {
        if (refreshing.compareAndSet(false, true)) {
            refresh().onComplete(read -> {
                tell(read.cause());
                refreshing.set(false);
            });
        }
    }

    /** Once when it begins to fail, and once when it works again: what lasts a minute is tried a hundred times. */
    private void tell(@Nullable Throwable failure) {
        boolean failing = failure != null;
        if (outage.compareAndSet(!failing, failing)) {
            if (failure != null) {
                LOG.warn("program settings cannot be read, and stay as they are: {}", failure.getMessage());
            } else {
                LOG.info("program settings can be read again");
            }
        }
    }

    private Future<Void> refresh() {
        return pool.preparedQuery(ProgramStore.READ_VERSIONS).execute().compose(rows -> {
            List<Integer> changed = StreamSupport.stream(rows.spliterator(), false)
                    .filter(row -> isNew(row.getInteger(0), row.getInteger(1)))
                    .map(row -> row.getInteger(0))
                    .toList();
            return changed.isEmpty() ? Future.succeededFuture() : read(changed);
        });
    }

    private boolean isNew(Integer tenant, Integer version) {
        return version > view(tenant).version() && !version.equals(unreadable.get(tenant));
    }

    private Future<Void> read(List<Integer> tenants) {
        return pool.preparedQuery(ProgramStore.READ_SETTINGS)
                .execute(Tuple.of(tenants.toArray(Integer[]::new)))
                .map(rows -> {
                    take(rows);
                    return null;
                });
    }

    /** Settings that cannot be read must not keep the others from being read. */
    private void take(RowSet<Row> rows) {
        for (Row row : rows) {
            int tenant = Objects.requireNonNull(row.getInteger(0));
            try {
                keep(tenant, new ProgramView(row.getInteger(1), SettingsJson.read(row.getString(2))));
            } catch (IllegalArgumentException notSettings) {
                unreadable.put(tenant, row.getInteger(1));
                LOG.error("settings of tenant {} are unreadable: {}", tenant, notSettings.getMessage());
            }
        }
    }

    /** Reads no more. */
    public void close() {
        vertx.cancelTimer(timer);
    }
}
