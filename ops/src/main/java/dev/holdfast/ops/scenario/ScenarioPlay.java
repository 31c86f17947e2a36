package dev.holdfast.ops.scenario;

import dev.holdfast.engine.verification.VerificationReport;
import dev.holdfast.ops.system.HoldfastSystem;
import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.SystemOptions;
import dev.holdfast.ops.system.SystemOptions.Address;
import dev.holdfast.ops.system.VertxInstance;
import dev.holdfast.ops.system.Waiting;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.link.LinkOptions;
import dev.holdfast.simulator.network.run.LedgerBalances;
import dev.holdfast.simulator.network.scenario.NetworkScenarioRunner;
import dev.holdfast.simulator.network.scenario.Scenario;
import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.LedgerClient;
import dev.holdfast.simulator.wire.PatientClient;
import dev.holdfast.simulator.wire.RetryOptions;
import dev.holdfast.simulator.wire.Target;
import io.vertx.core.Vertx;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plays scenarios on a system of their own. Its methods block. */
public final class ScenarioPlay implements AutoCloseable {

    private static final Waiting WAITING = new Waiting(Part.DATABASE, Duration.ofMinutes(1));

    private final HoldfastSystem system;
    private final SystemOptions options;
    private final Style style;

    /**
     * @param options of a system with a database that is thrown away, and with a first API key
     * @param style that its link speaks
     */
    public ScenarioPlay(SystemOptions options, Style style) {
        this.system = new HoldfastSystem(options);
        this.options = options;
        this.style = style;
    }

    public void start() {
        system.start(step -> {});
    }

    /**
     * Plays a scenario. No two of the same name may be played.
     *
     * @return the lines that came out otherwise, and how; nothing if all is well
     */
    public List<String> play(Scenario scenario) {
        String key = options.bootstrapApiKey().orElseThrow();
        int tenant = WAITING.forResult(system.engine().tenants().authenticate(key), "looking for the tenant")
                .orElseThrow()
                .id();
        Map<String, TestCard> cards = new ScenarioCards(system.engine(), tenant, scenario.name() + "-").make(scenario);
        Vertx vertx = VertxInstance.make();
        try {
            return WAITING.forResult(runner(vertx, key).run(scenario, cards), "playing " + scenario.name());
        } finally {
            WAITING.forResult(vertx.close(), "closing Vert.x");
        }
    }

    public VerificationReport verify() {
        return WAITING.forResult(system.engine().verifier().verify(), "verifying");
    }

    private NetworkScenarioRunner runner(Vertx vertx, String key) {
        URI api =
                URI.create("http://" + system.api().host() + ":" + system.api().port());
        Target target = new Target(api, options.doors().api().apiKeyHeader(), key);
        LedgerClient client = new LedgerClient(vertx, target, ConnectionOptions.DEFAULT);
        LedgerBalances balances = new LedgerBalances(new PatientClient(vertx, client, RetryOptions.DEFAULT));
        Address link = system.link();
        ScenarioClock clock = new ScenarioClock(vertx, system.database());
        return new NetworkScenarioRunner(vertx, LinkOptions.to(link.host(), link.port(), style), balances, clock::pass);
    }

    @Override
    public void close() {
        system.close();
    }
}
