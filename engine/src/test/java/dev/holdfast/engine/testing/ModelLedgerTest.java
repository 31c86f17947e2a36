package dev.holdfast.engine.testing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** The model against the scenarios: neither is right because the other says so, but both must agree. */
class ModelLedgerTest {

    static Stream<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void playsEveryScenario(Scenario scenario) {
        new ScenarioRunner(new ModelLedger(), 1, "").play(scenario);
    }
}
