package dev.holdfast.engine.network;

import dev.holdfast.engine.control.BacktestReport;
import dev.holdfast.engine.control.Condition;
import dev.holdfast.engine.control.ControlReason;
import dev.holdfast.engine.control.ControlSet;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.Controls;
import dev.holdfast.engine.control.Counter;
import dev.holdfast.engine.control.MccRange;
import dev.holdfast.engine.control.Rule;
import dev.holdfast.engine.control.Scope;
import dev.holdfast.engine.control.Violation;
import dev.holdfast.engine.control.Window;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestEngine.PHP;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** Backtests over what the host has decided and stored. */
class PastMessagesIT {

    private static final ControlVersion DRAFT = new ControlVersion("draft", 1);

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);

    @AfterEach
    void stop() {
        engine.close();
        database.close();
    }

    @Test
    void tellsWhatADraftWouldHaveDeclinedAndApproved() {
        TestCard card = network.card("both-ways", 10_000);
        activate(card, "strict", new Rule.AmountLimit("small", List.of(), new Money(500, PHP)));
        UUID passed = authorize(card, 400);
        UUID refused = authorize(card, 600);
        authorize(card, 50_000);

        BacktestReport report = backtest(
                new Rule.AmountLimit("large", List.of(), new Money(1_000, PHP)),
                new Rule.Block("shops", List.of(new Condition.MccIn(Set.of(new MccRange(5411, 5411))))));

        assertThat(report.counts())
                .isEqualTo(new BacktestReport.Counts(2, 2, Map.of(ControlReason.MCC_BLOCKED, 2), Map.of("shops", 2)));
        assertThat(report.newlyDeclined())
                .extracting(BacktestReport.Declined::message)
                .containsExactly(passed.toString());
        assertThat(report.newlyDeclined().get(0).violations())
                .containsExactly(new Violation(DRAFT, "shops", ControlReason.MCC_BLOCKED));

        assertThat(backtest(new Rule.AmountLimit("large", List.of(), new Money(1_000, PHP)))
                        .newlyApproved())
                .extracting(BacktestReport.Approved::message)
                .containsExactly(refused.toString());
    }

    @Test
    void countsVelocityWithIncrementsReversalsAndWhatTheNetworkForced() {
        TestCard card = network.card("velocity", 10_000);
        Trace first = network.trace();
        network.authorize(card, first, "net-1", PRE_AUTHORIZATION, 1_000);
        network.increment(card, network.trace(), "net-1", PRE_AUTHORIZATION, 500);
        network.reverse(card, first, "net-1", 200);
        network.state(card, "net-2", new Content.Presentment("arn-2", php(300), true));
        network.authorize(card, network.trace(), "net-3", FINAL_AUTHORIZATION, 100);

        assertThat(backtest(limit(2L, null)).counts().declined()).isEqualTo(1);
        assertThat(backtest(limit(3L, null)).counts().declined()).isZero();
        // Of the first 200 are left; so 500, 300, 100 and 400 more make 1,500.
        network.authorize(card, network.trace(), "net-4", FINAL_AUTHORIZATION, 400);
        assertThat(backtest(limit(null, 1_500L)).counts().declined()).isZero();
        UUID beyond = authorize(card, 1);
        assertThat(backtest(limit(null, 1_500L)).newlyDeclined())
                .extracting(BacktestReport.Declined::message)
                .containsExactly(beyond.toString());
    }

    @Test
    void looksAtTheTimeAndTheTenantThatItIsAskedFor() {
        TestCard card = network.card("bounds", 10_000);
        authorize(card, 100);
        Rule nothing = new Rule.AmountLimit("nothing", List.of(), new Money(0, PHP));
        Instant now = Instant.now();

        assertThat(backtest(nothing).counts().declined()).isEqualTo(1);
        assertThat(run(engine.tenantId() + 1, now, nothing).counts().asked()).isZero();
        assertThat(run(engine.tenantId(), now.minus(Duration.ofMinutes(1)), nothing)
                        .counts()
                        .asked())
                .isZero();
    }

    private BacktestReport backtest(Rule... rules) {
        return run(engine.tenantId(), Instant.now().plusSeconds(1), rules);
    }

    private BacktestReport run(int tenant, Instant to, Rule... rules) {
        return Await.on(engine.engine()
                .pastMessages()
                .backtest(tenant, ControlSet.draft(DRAFT, List.of(rules)), to.minus(Duration.ofHours(1)), to));
    }

    private static Rule limit(@Nullable Long count, @Nullable Long minor) {
        return new Rule.VelocityLimit(
                "limit", new Counter(Scope.CARD, new Window.Sliding(Duration.ofHours(1)), PHP, Set.of()), count, minor);
    }

    private UUID authorize(TestCard card, long minor) {
        Trace trace = network.trace();
        network.authorize(card, trace, "net-" + UUID.randomUUID(), FINAL_AUTHORIZATION, minor);
        return trace.authorization(card.id());
    }

    private void activate(TestCard card, String name, Rule rule) {
        ControlVersion version = new ControlVersion(name, 1);
        Controls controls = engine.engine().controls();
        Await.on(controls.draft(engine.tenantId(), name, List.of(rule)));
        Await.on(controls.shadow(engine.tenantId(), version));
        Await.on(controls.activate(engine.tenantId(), version));
        Await.on(engine.engine().controlAssignments().assign(engine.key(card.account()), null, name));
    }
}
