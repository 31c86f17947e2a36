package dev.holdfast.ops.bench;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.control.AssignmentOutcome;
import dev.holdfast.engine.control.Condition;
import dev.holdfast.engine.control.ControlOutcome;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.Controls;
import dev.holdfast.engine.control.Counter;
import dev.holdfast.engine.control.MccRange;
import dev.holdfast.engine.control.Rule;
import dev.holdfast.engine.control.Scope;
import dev.holdfast.engine.control.Window.Sliding;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.ops.card.CardOffice;
import dev.holdfast.simulator.network.card.TestCard;
import io.vertx.core.Future;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Spend controls that cost what controls cost, and let every purchase of a benchmark pass. */
final class BenchControls {

    private BenchControls() {}

    /** Assigns a set of so many rules that block other merchants, and so many velocity limits, to each card's account. */
    static void assign(CardOffice office, List<TestCard> cards, int blocks, int limits) {
        int tenant = office.tenant("demo").id();
        String name = "bench-" + (blocks + limits);
        Controls controls = office.engine().controls();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            rules.add(new Rule.Block(
                    "block-" + i, List.of(new Condition.MccIn(Set.of(new MccRange(7_000 + i, 7_000 + i))))));
        }
        for (int i = 0; i < limits; i++) {
            Sliding window = new Sliding(Duration.ofMinutes(1L + i));
            Counter counter = new Counter(Scope.CARD, window, Currency.of("USD"), Set.of());
            rules.add(new Rule.VelocityLimit("limit-" + i, counter, null, Money.MAX_MINOR));
        }
        ControlVersion first = new ControlVersion(name, 1);
        done(office, controls.draft(tenant, name, rules));
        done(office, controls.shadow(tenant, first));
        done(office, controls.activate(tenant, first));
        for (TestCard card : cards) {
            AccountKey account = new AccountKey(tenant, card.accountRef());
            AssignmentOutcome assigned = office.await(
                    office.engine().controlAssignments().assign(account, null, name), "assigning controls");
            if (!(assigned instanceof AssignmentOutcome.Done)) {
                throw new BenchFailed("controls were not assigned: " + assigned, null);
            }
        }
    }

    private static void done(CardOffice office, Future<ControlOutcome> outcome) {
        ControlOutcome known = office.await(outcome, "making controls");
        if (!(known instanceof ControlOutcome.Done)) {
            throw new BenchFailed("controls were refused: " + known, null);
        }
    }
}
