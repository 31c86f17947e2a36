package dev.holdfast.engine.lane;

import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.FlushCountingProxy;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Two trips to the database per batch, whatever its size. */
@TestInstance(Lifecycle.PER_CLASS)
class FlushCountIT {

    private static final int FLUSHES_PER_BATCH = 2;

    /** A pause of the client in mid-flush counts once too often; the smallest of a few counts has no such pause. */
    private static final int ATTEMPTS = 5;

    private final TestDatabase database = TestDatabase.migrated();
    private final FlushCountingProxy proxy = new FlushCountingProxy(database.url());
    private final TestEngine engine = TestEngine.start(proxy.url(), LaneLimits.oneLane());
    private final AtomicInteger keys = new AtomicInteger();

    @AfterAll
    void stop() {
        proxy.letGo();
        engine.close();
        proxy.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 300})
    void aBatchIsTwoFlushes(int size) {
        openAccounts();

        // The opener's own batch, and then the one that gathered behind it.
        assertThat(smallestOf(() -> flushesOf(size))).isEqualTo(2 * FLUSHES_PER_BATCH);
    }

    private void openAccounts() {
        IntStream.range(0, 10).forEach(i -> engine.open("a" + i));
    }

    private static int smallestOf(IntSupplier count) {
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && smallest > 2 * FLUSHES_PER_BATCH; i++) {
            smallest = Math.min(smallest, count.getAsInt());
        }
        return smallest;
    }

    private int flushesOf(int size) {
        proxy.hold();
        Future<LedgerOutcome> opener = engine.apply(engine.deposit("a0", "opener" + keys.incrementAndGet(), 10_000));
        proxy.awaitClient();
        List<Future<LedgerOutcome>> batch =
                IntStream.range(0, size).mapToObj(i -> engine.apply(request(i))).toList();
        Future<?> all = Future.join(batch);
        int flushes = proxy.countReleasesUntil(all::isComplete);
        proxy.letGo();

        assertThat(Await.on(opener)).isInstanceOf(LedgerOutcome.Applied.class);
        Await.on(all);
        return flushes;
    }

    /** Holds, debits, refusals, replays, requests for accounts that do not exist: every table is touched. */
    private LedgerRequest request(int i) {
        String key = "k" + keys.incrementAndGet();
        return switch (i % 5) {
            case 0 -> engine.request(Operation.HOLD, "a" + i % 10, key, 10, null);
            case 1 -> engine.deposit("a" + i % 10, key, 100);
            case 2 -> engine.debit("a" + i % 10, key, 1_000_000);
            case 3 -> engine.request(Operation.RESTORE, "a0", key, 5, "00000000-0000-8000-8000-000000000000");
            default -> engine.debit("nobody" + i % 10, key, 1);
        };
    }
}
