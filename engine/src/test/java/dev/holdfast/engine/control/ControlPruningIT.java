package dev.holdfast.engine.control;

import dev.holdfast.engine.control.ControlledLanes.Card;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(Lifecycle.PER_CLASS)
class ControlPruningIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final ControlledLanes lanes = new ControlledLanes(database.url(), LaneOptions.DEFAULTS);
    private final Vertx vertx = Vertx.vertx();
    private final ControlPruning pruning =
            new ControlPruning(new Connections(vertx, database.url()).openForAdministration());

    @AfterAll
    void stop() {
        lanes.close();
        Await.on(vertx.close());
        database.close();
    }

    @Test
    void deletesWhatNoWindowCanSeeInBoundedRunsAndNothingElse() {
        Controls controls = engine.engine().controls();
        ControlVersion version = new ControlVersion("hourly", 1);
        Rule limit = new Rule.VelocityLimit(
                "limit",
                new Counter(Scope.CARD, new Window.Sliding(Duration.ofHours(1)), TestEngine.PHP, Set.of()),
                100L,
                null);
        Await.on(controls.draft(engine.tenantId(), "hourly", List.of(limit)));
        Await.on(controls.shadow(engine.tenantId(), version));
        Await.on(controls.activate(engine.tenantId(), version));
        for (int i = 0; i < 5; i++) {
            engine.open("a" + i);
            Card card = new Card(engine.key("a" + i), UUID.randomUUID());
            Await.on(engine.engine().controlAssignments().assign(card.account(), null, "hourly"));
            Await.on(lanes.spend(card, UUID.randomUUID(), 1));
        }
        database.execute("INSERT INTO velocity_bucket SELECT bucket, account_id, card_id, counter_id,"
                + " at - i * interval '12 hours', 1, 1 FROM velocity_bucket, generate_series(1, 9) AS i");
        database.execute("UPDATE velocity_use SET expires_at = now() - interval '1 minute'"
                + " WHERE account_id IN (SELECT account_id FROM account WHERE account_ref < 'a3')");

        // The engine prunes too, in time, and would take some of the rows.
        engine.close();
        assertThat(Await.on(pruning.run(2))).isEqualTo(new ControlPruning.Pruned(2, 2, false));
        long buckets = 2;
        int uses = 2;
        boolean wrapped = false;
        for (int run = 0; run < 40 && !wrapped; run++) {
            ControlPruning.Pruned pruned = Await.on(pruning.run(2));
            buckets += pruned.buckets();
            uses += pruned.uses();
            wrapped = pruned.wrapped();
        }

        // An hour, a minute and a day are kept: of the nine, the first two.
        assertThat(buckets).isEqualTo(5 * 7);
        assertThat(uses).isEqualTo(3);
        assertThat(wrapped).isTrue();
        assertThat(database.queryText("SELECT count(*) FROM velocity_bucket")).isEqualTo(String.valueOf(5 * 3));
        assertThat(database.queryText("SELECT count(*) FROM velocity_use")).isEqualTo("2");
        assertThat(Await.on(pruning.run(10))).isEqualTo(new ControlPruning.Pruned(0, 0, false));
    }

    @Test
    void refusesARunWithoutABound() {
        assertThatThrownBy(() -> pruning.run(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pruning.run(10_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
