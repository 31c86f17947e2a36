package dev.holdfast.ledgerapi.ledger;

import dev.holdfast.engine.testing.Invariants;
import dev.holdfast.engine.testing.Scenario;
import dev.holdfast.engine.testing.ScenarioRunner;
import dev.holdfast.ledgerapi.testing.ApiClient;
import dev.holdfast.ledgerapi.testing.HttpLedger;
import dev.holdfast.ledgerapi.testing.RunningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** The scenarios that the model and the engine play, over HTTP: the same outcomes and the same balances. */
class LedgerScenarioIT {

    @RegisterExtension
    static final RunningApi API = RunningApi.start();

    private final ApiClient tenant = API.newTenant();

    static Stream<Scenario> scenarios() {
        return Scenario.wire();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void playsEveryScenarioOfTheWire(Scenario scenario) {
        new ScenarioRunner(new HttpLedger(tenant), tenant.tenant().id(), scenario.name() + "-").play(scenario);
    }

    @AfterEach
    void leavesABookThatHolds() {
        Invariants.assertHold(API.database().url());
    }
}
