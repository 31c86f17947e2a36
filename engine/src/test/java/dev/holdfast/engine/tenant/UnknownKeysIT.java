package dev.holdfast.engine.tenant;

import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.lane.Failure;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.FlushCountingProxy;
import dev.holdfast.engine.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody tries keys. The proxy holds the database's answers back, so that what is answered without it is seen. */
class UnknownKeysIT {

    private static final String KEY = "a-key-that-is-known-0123456789";
    private static final int LOOKUPS = 32;
    private static final int REMEMBERED = 100;
    private static final int FLOOD = 1_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FlushCountingProxy proxy = new FlushCountingProxy(DATABASE.url());
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = new Connections(vertx, proxy.url()).openForAdministration();
    private final Tenants tenants = new Tenants(pool, REMEMBERED);

    @BeforeEach
    void know() {
        Await.on(tenants.bootstrap(KEY));
        assertThat(Await.on(tenants.authenticate(KEY))).isPresent();
    }

    @AfterEach
    void stop() {
        proxy.letGo();
        Await.on(pool.close());
        Await.on(vertx.close());
        proxy.close();
    }

    @Test
    void areLookedUpAFewAtATimeAndHoldNoKnownKeyUp() {
        proxy.hold();
        List<Future<Optional<Tenant>>> answers = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            answers.add(tenants.authenticate("flood-" + i));
        }

        assertThat(tenants.authenticate(KEY).isComplete()).isTrue();
        assertThat(answers.subList(0, LOOKUPS)).noneMatch(Future::isComplete);
        assertThat(answers.subList(LOOKUPS, FLOOD)).allMatch(Future::failed);
        assertThat(Await.failureOf(answers.get(FLOOD - 1))).isEqualTo(Failure.Kind.BUSY);

        proxy.letGo();
        answers.subList(0, LOOKUPS)
                .forEach(answer -> assertThat(Await.on(answer)).isEmpty());
        assertThat(Await.on(tenants.authenticate("after-the-flood"))).isEmpty();
    }

    @Test
    void areNotLookedUpTwiceInShortOrder() {
        assertThat(Await.on(tenants.authenticate("tried-twice"))).isEmpty();
        proxy.hold();

        Future<Optional<Tenant>> again = tenants.authenticate("tried-twice");

        assertThat(again.succeeded()).isTrue();
        assertThat(again.result()).isEmpty();
    }

    @Test
    void areRememberedInBoundedNumberAndDriveNoKnownKeyOut() {
        for (int first = 0; first < FLOOD; first += LOOKUPS) {
            IntStream.range(first, Math.min(FLOOD, first + LOOKUPS))
                    .mapToObj(i -> tenants.authenticate("tried-" + i))
                    .toList()
                    .forEach(Await::on);
        }
        proxy.hold();

        assertThat(tenants.authenticate(KEY).succeeded()).isTrue();
        long remembered = IntStream.range(0, FLOOD)
                .mapToObj(i -> tenants.authenticate("tried-" + i))
                .filter(Future::succeeded)
                .count();
        // The cache may be late by a few when it drives out what is too much.
        assertThat(remembered).isLessThan(2L * REMEMBERED);
    }
}
