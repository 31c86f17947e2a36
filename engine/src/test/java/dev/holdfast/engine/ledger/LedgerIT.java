package dev.holdfast.engine.ledger;

import dev.holdfast.engine.testing.EngineLedger;
import dev.holdfast.engine.testing.Scenario;
import dev.holdfast.engine.testing.ScenarioRunner;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** The whole engine on PostgreSQL against the scenarios. */
@TestInstance(Lifecycle.PER_CLASS)
class LedgerIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());

    static Stream<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void playsEveryScenario(Scenario scenario) {
        EngineLedger ledger = new EngineLedger(engine.engine());
        new ScenarioRunner(ledger, engine.tenantId(), scenario.name() + "-").play(scenario);
    }

    @AfterAll
    void leavesABookThatVerifies() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }
}
