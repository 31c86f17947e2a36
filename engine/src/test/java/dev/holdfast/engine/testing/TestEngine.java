package dev.holdfast.engine.testing;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.EngineOptions;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.account.AccountOutcome;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.database.DatabaseUrl;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** An engine on a migrated database, with a tenant and the requests that tests make most. */
public final class TestEngine implements AutoCloseable {

    public static final Currency PHP = Currency.of("PHP");

    /** Far away: a test that is not about deadlines should not meet one. */
    private static final Duration DEADLINE = Duration.ofSeconds(50);

    private final DatabaseUrl database;
    private final Vertx vertx;
    private final Engine engine;
    private final int tenantId;

    private final SimpleMeterRegistry meters;

    private TestEngine(DatabaseUrl database, Vertx vertx, Engine engine, int tenantId, SimpleMeterRegistry meters) {
        this.meters = meters;
        this.database = database;
        this.vertx = vertx;
        this.engine = engine;
        this.tenantId = tenantId;
    }

    public static TestEngine start(DatabaseUrl database) {
        return start(database, LaneOptions.DEFAULTS);
    }

    /** Starts an engine; several may run on one database. */
    public static TestEngine start(DatabaseUrl database, LaneOptions lanes) {
        return start(new EngineOptions(database, lanes, 2, Duration.ofSeconds(20)));
    }

    /** Starts an engine with keys that the test knows. */
    public static TestEngine start(DatabaseUrl database, CardDoors.Secrets secrets) {
        return start(new EngineOptions(database, LaneOptions.DEFAULTS, 2, Duration.ofSeconds(20), secrets));
    }

    private static TestEngine start(EngineOptions options) {
        Vertx vertx = Vertx.vertx();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Engine engine = Await.on(Engine.start(vertx, options, meters));
        String key = "test-key-0123456789-0123456789-0123456789";
        Await.on(engine.tenants().bootstrap(key));
        int tenantId =
                Await.on(engine.tenants().authenticate(key)).orElseThrow().id();
        return new TestEngine(options.database(), vertx, engine, tenantId, meters);
    }

    public Engine engine() {
        return engine;
    }

    /** Every meter with its tags and figures. */
    public String metricsText() {
        return meters.getMetersAsString();
    }

    /** What a counter has come to, over all its labels. */
    public double counted(String counter) {
        return meters.get(counter).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    public int tenantId() {
        return tenantId;
    }

    public AccountKey key(String account) {
        return new AccountKey(tenantId, account);
    }

    /** Opens an account with one balance in PHP. */
    public void open(String account) {
        open(account, AccountOpening.DEFAULT_BALANCE_REF);
    }

    /** Opens an account with these balances, all in PHP. */
    public void open(String account, String... balances) {
        List<NewBalance> opened =
                Stream.of(balances).map(ref -> new NewBalance(ref, PHP, 0)).toList();
        AccountOutcome outcome = Await.on(engine.accounts().open(new AccountOpening(key(account), opened), deadline()));
        if (!(outcome instanceof AccountOutcome.Done)) {
            throw new IllegalStateException(account + " was not opened: " + outcome);
        }
    }

    /** A request for an account with one balance in PHP. */
    public static AccountOpening opening(AccountKey key) {
        return new AccountOpening(key, List.of(new NewBalance(AccountOpening.DEFAULT_BALANCE_REF, PHP, 0)));
    }

    public static Instant deadline() {
        return Instant.now().plus(DEADLINE);
    }

    public LedgerRequest deposit(String account, String key, long minor) {
        return request(Operation.DEPOSIT, account, key, minor, null);
    }

    public LedgerRequest debit(String account, String key, long minor) {
        return request(Operation.DEBIT, account, key, minor, null);
    }

    /** A request of the card payment {@code txn} in PHP. */
    public LedgerRequest request(Operation operation, String account, String key, long minor, @Nullable String target) {
        References references = new References(key, "txn", "of-" + key);
        return new LedgerRequest(operation, key(account), references, new Money(minor, PHP), target, false);
    }

    public Future<LedgerOutcome> apply(LedgerRequest request) {
        return engine.ledger().apply(request, deadline());
    }

    /** How many journal entries an account has, counted in the database. */
    public int entries(String account) {
        return Integer.parseInt(Jdbc.queryText(
                database,
                "SELECT count(*) FROM journal JOIN account USING (bucket, account_id) WHERE account_ref = '" + account
                        + "'"));
    }

    /** Available and held, in minor units, as the database has them: {@code 900/100}. */
    public String standing(String account) {
        return Jdbc.queryText(
                database,
                "SELECT available_minor || '/' || held_minor FROM balance"
                        + " JOIN account USING (bucket, account_id) WHERE account_ref = '" + account + "'");
    }

    /** Recomputes the whole book, and fails with what does not agree. */
    public void assertVerifies() {
        Invariants.assertHold(database);
        assertThat(Await.on(engine.verifier().verify()).findings()).isEmpty();
    }

    @Override
    public void close() {
        Await.on(engine.close());
        Await.on(vertx.close());
    }
}
