package dev.holdfast.engine.notification;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.Shelf;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.notification.SubscriptionOutcome.Done;
import dev.holdfast.engine.tenant.Tenants;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.VaultKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A database with a tenant, a receiver, and processes that send, under a clock that the test sets. */
final class NotificationRig implements AutoCloseable {

    static final TargetPolicy LOOPBACK = new TargetPolicy(true, List.of(IpRange.parse("127.0.0.0/8")));

    /** A process that sends, with threads and connections of its own. */
    record Running(Vertx vertx, Pool pool, Notifications notifications) {}

    final TestDatabase database = TestDatabase.migrated();
    final SettableClock clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final TestReceiver receiver = new TestReceiver();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final int tenant;

    private final VaultKeys keys = new VaultKeys(KeyRing.generate(new SecureRandom()), new SecureRandom());
    private final List<Running> processes = new ArrayList<>();
    private final Running writer = process(LOOPBACK, WebhookSender.PATIENCE);

    NotificationRig() {
        this.tenant = Await.on(new Tenants(writer.pool()).create("tenant", "test-key-0123456789-0123456789-0123456789"))
                .id();
    }

    Subscriptions subscriptions() {
        return writer.notifications().subscriptions();
    }

    DeadLetters deadLetters() {
        return writer.notifications().deadLetters();
    }

    Running process(TargetPolicy policy, Duration patience) {
        return process(policy, patience, host -> Future.succeededFuture(List.of(InetAddress.getLoopbackAddress())));
    }

    Running process(TargetPolicy policy, Duration patience, Names names) {
        Vertx vertx = Vertx.vertx();
        Pool pool = new Connections(vertx, database.url()).openForNotifications();
        Notifications.Manner manner = new Notifications.Manner(policy, names, clock, () -> 0, patience);
        Running process = new Running(vertx, pool, Notifications.open(vertx, pool, keys, manner, meters));
        processes.add(process);
        return process;
    }

    /** A process that has begun to send. */
    Running sending() {
        Running process = process(LOOPBACK, WebhookSender.PATIENCE);
        process.notifications().deliveries().start();
        return process;
    }

    /** As if it were killed: what it has under way is not noted. */
    void kill(Running process) {
        processes.remove(process);
        Await.on(process.pool().close());
        Await.on(process.vertx().close());
    }

    void stop(Running process) {
        Await.on(process.notifications().deliveries().stop());
        kill(process);
    }

    Done subscribe(String url, boolean batch) {
        return subscribe(new SubscriptionRequest(url, Set.of(SubscriptionRequest.ALL_TYPES), batch, null));
    }

    Done subscribe(SubscriptionRequest request) {
        return (Done) Await.on(subscriptions().create(tenant, request));
    }

    AccountKey account(String ref) {
        return new AccountKey(tenant, ref);
    }

    /** Something happens on an account, of which the tenant is told. */
    UUID event(String account, String what) {
        UUID id = UUID.randomUUID();
        happen(List.of(Notification.of(
                account(account),
                id,
                NotificationType.FINAL_AUTH_REVERSED,
                clock.instant(),
                json -> json.writeStringField("what", what))));
        return id;
    }

    /** All of these happen in one batch. */
    void happen(List<Notification> notifications) {
        OutboxShelf shelf = OutboxShelf.KIND.open(new Book());
        notifications.forEach(shelf::add);
        shelf.write(new Shelf.Writing() {
            @Override
            public <R> void write(String sql, List<R> rows, Function<List<R>, Tuple> parameters) {
                Await.on(writer.pool().preparedQuery(sql).execute(parameters.apply(rows)));
            }
        });
    }

    String status(UUID notification) {
        return database.queryText(
                "SELECT status || '/' || attempts FROM notification WHERE notification_id = '" + notification + "'");
    }

    /** Waits until so many sendings of a notification have been noted. */
    void untilAttempted(UUID notification, int attempts) {
        Await.until(
                attempts + " sendings are noted",
                () -> Integer.toString(attempts)
                        .equals(database.queryText("SELECT count(*) FROM notification_attempt JOIN notification"
                                + " USING (bucket, account_id, event_no) WHERE notification_id = '" + notification
                                + "'")));
    }

    void untilStatus(UUID notification, String status) {
        Await.until("it is " + status, () -> status(notification).startsWith(status));
    }

    /** Waits until nothing is due or under way. */
    void untilIdle() {
        Await.until(
                "nothing is due",
                () -> database.queryText("SELECT count(*) FROM notification WHERE status = 'waiting' AND (due_at <= '"
                                + clock.instant() + "' OR leased_until IS NOT NULL)")
                        .equals("0"));
    }

    String lastResult(UUID notification) {
        return database.queryText("SELECT result || '/' || http_status FROM notification_attempt JOIN notification"
                + " USING (bucket, account_id, event_no) WHERE notification_id = '" + notification
                + "' ORDER BY attempt DESC");
    }

    /** When it is looked at next, counted from the rig's time. */
    Duration dueIn(UUID notification) {
        String due = database.queryText(
                "SELECT extract(epoch FROM due_at)::bigint FROM notification WHERE notification_id = '" + notification
                        + "'");
        return Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(due)));
    }

    @Override
    public void close() {
        List.copyOf(processes).forEach(this::kill);
        receiver.close();
        database.close();
    }
}
