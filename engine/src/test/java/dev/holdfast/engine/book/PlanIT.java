package dev.holdfast.engine.book;

import dev.holdfast.engine.card.CardShelf;
import dev.holdfast.engine.control.ControlShelf;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.network.MessageShelf;
import dev.holdfast.engine.notification.OutboxShelf;
import dev.holdfast.engine.payment.PaymentShelf;
import dev.holdfast.engine.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** The write path looks rows up by key from the first batch on, before the database has statistics of anything. */
class PlanIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @SuppressWarnings("UnusedVariable") // read by @FieldSource
    static final List<String> STATEMENTS = Stream.of(
                    Statements.LEDGER,
                    MessageShelf.KIND.statements(),
                    PaymentShelf.KIND.statements(),
                    CardShelf.KIND.statements(),
                    ControlShelf.KIND.statements(),
                    OutboxShelf.KIND.statements())
            .flatMap(List::stream)
            .toList();

    /** One entry on each of so many accounts: what makes the planner take any account for a small one. */
    private static final String SCATTERED_ENTRIES = """
            INSERT INTO journal (bucket, account_id, balance_no, seq, operation, debit_code, credit_code, amount_minor,
                                 currency, forced, available_after_minor, held_after_minor, key_digest,
                                 idempotency_key,
                                 fingerprint, posted_at, chain_hash)
            SELECT i %% 64, gen_random_uuid(), 0, i, 7, 4, 1, 100, 'USD', false, 100, 0, gen_random_uuid(), 'k' || i, gen_random_uuid(),
                   now(), sha256('')
            FROM generate_series(1, %d) AS i
            """;

    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+");

    private static Vertx vertx;
    private static PgConnection lane;

    @BeforeAll
    static void connect() throws Exception {
        vertx = Vertx.vertx();
        lane = await(new Connections(vertx, DATABASE.url()).openForLane());
    }

    @AfterAll
    static void close() throws Exception {
        await(lane.close());
        await(vertx.close());
    }

    @ParameterizedTest
    @FieldSource("STATEMENTS")
    void looksRowsUpByKeyOnAnEmptyDatabase(String sql) throws Exception {
        String plan = plan(sql);
        assertThat(plan).doesNotContain("Seq Scan").doesNotContain("Bitmap").doesNotContain("Hash");
        assertThat(plan.lines().filter(line -> line.contains("Index Cond")))
                .as(plan)
                .allMatch(condition -> condition.contains("account_id")
                        || condition.contains("key_digest")
                        || condition.contains("joined_to = ")
                        || condition.contains("name = named.name")
                        || condition.contains("message_id = named.message_id")
                        || condition.contains("control = a.control")
                        || condition.contains("tenant_id = e.tenant_id"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20_000})
    void looksKeysUpByTheKeysOwnIndexHoweverManyAccountsThereAre(int accounts) throws Exception {
        await(lane.query(SCATTERED_ENTRIES.formatted(accounts)).execute());
        await(lane.query("ANALYZE journal").execute());
        assertThat(plan(BookStore.READ_SETTLED_ENTRIES))
                .contains("Index Scan using journal_key_unique")
                .contains("Index Cond: (key_digest = named.key_digest)");
    }

    @Test
    void looksAPaymentsHoldUpByItsIdAndNotAmongAllOfItsAccount() throws Exception {
        String holds = PaymentShelf.KIND.statements().stream()
                .filter(sql -> sql.contains("JOIN hold") || sql.contains("FROM hold"))
                .findFirst()
                .orElseThrow();
        assertThat(plan(holds)).containsPattern("Index Cond: .*hold_id = .*hold_id");
    }

    /** An account may have a hundred thousand of them. */
    @Test
    void looksPaymentsUpByTheirIdsAndNotAmongAllOfTheirAccount() throws Exception {
        for (String sql : PaymentShelf.KIND.statements()) {
            assertThat(plan(sql)
                            .lines()
                            .map(String::strip)
                            .filter(line -> line.startsWith("Index Cond"))
                            .filter(condition -> condition.contains("account_id")))
                    .as(sql)
                    .allMatch(condition -> condition.contains("payment_id = ") || condition.contains("hold_id = "));
        }
    }

    /** As the lane's own settings have it planned: a generic plan, for parameters that the plan does not look at. */
    private static String plan(String sql) throws Exception {
        String nulls = PARAMETER
                .matcher(sql)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(each -> "NULL")
                .collect(Collectors.joining(", ", "(", ")"));
        await(lane.query("PREPARE planned AS " + sql).execute());
        String plan = await(lane.query("EXPLAIN (COSTS OFF) EXECUTE planned" + (nulls.equals("()") ? "" : nulls))
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .collect(Collectors.joining("\n"))));
        await(lane.query("DEALLOCATE planned").execute());
        return plan;
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
