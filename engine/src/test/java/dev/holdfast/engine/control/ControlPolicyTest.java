package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import static dev.holdfast.engine.control.Purchases.NOON;
import static dev.holdfast.engine.control.Purchases.SGD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ControlPolicyTest {

    private static final Purchase PURCHASE = Purchases.at(NOON);
    private static final ControlVersion ONE = new ControlVersion("everyday", 1);
    private static final ControlVersion TWO = new ControlVersion("everyday", 2);

    private static final Rule NO_SUPERMARKETS =
            new Rule.Block("no supermarkets", List.of(new Condition.MccIn(Set.of(MccRange.of(5411)))));
    private static final Rule ABROAD_ONLY =
            new Rule.AllowOnly("abroad only", List.of(), new Condition.CountryIn(Set.of("US")));
    private static final Rule SMALL = new Rule.AmountLimit("small", List.of(), new Money(9_99, SGD));
    private static final Rule.VelocityLimit NONE_A_DAY = daily("none a day", 0L, 5_00L);

    private final Velocity velocity = new Velocity();

    @Test
    void approvesAndNamesTheVersionThatDecided() {
        ControlDecision decision = decide(new ControlSet(ONE, ControlStatus.ACTIVE, List.of()));

        assertThat(decision.declined()).isFalse();
        assertThat(decision.active()).containsExactly(ONE);
        assertThat(decision.shadow()).isEmpty();
    }

    @Test
    void reportsEveryBrokenRuleAndEveryReasonByPrecedence() {
        ControlSet set =
                new ControlSet(ONE, ControlStatus.ACTIVE, List.of(NONE_A_DAY, SMALL, ABROAD_ONLY, NO_SUPERMARKETS));

        ControlDecision decision = decide(set);

        assertThat(decision.declined()).isTrue();
        assertThat(decision.violations())
                .containsExactly(
                        new Violation(ONE, "no supermarkets", ControlReason.MCC_BLOCKED),
                        new Violation(ONE, "abroad only", ControlReason.COUNTRY_NOT_ALLOWED),
                        new Violation(ONE, "small", ControlReason.AMOUNT_EXCEEDED),
                        new Violation(ONE, "none a day", ControlReason.CARD_SPEND_EXCEEDED),
                        new Violation(ONE, "none a day", ControlReason.CARD_COUNT_EXCEEDED));
    }

    @Test
    void asksTheSetsOfCardAndAccountTogether() {
        ControlVersion company = new ControlVersion("company", 7);

        ControlDecision decision = decide(
                new ControlSet(ONE, ControlStatus.ACTIVE, List.of(SMALL)),
                new ControlSet(company, ControlStatus.ACTIVE, List.of(NO_SUPERMARKETS)));

        assertThat(decision.active()).containsExactly(ONE, company);
        assertThat(decision.violations()).extracting(Violation::version).containsExactly(company, ONE);
    }

    @Test
    void aShadowIsReportedButNeverDeclines() {
        ControlDecision decision = decide(
                new ControlSet(ONE, ControlStatus.ACTIVE, List.of()),
                new ControlSet(TWO, ControlStatus.SHADOW, List.of(SMALL)));

        assertThat(decision.declined()).isFalse();
        assertThat(decision.shadow()).containsExactly(TWO);
        assertThat(decision.shadowViolations())
                .containsExactly(new Violation(TWO, "small", ControlReason.AMOUNT_EXCEEDED));
    }

    @Test
    void draftsAndRetiredVersionsAreNotAsked() {
        ControlDecision decision = decide(
                new ControlSet(ONE, ControlStatus.RETIRED, List.of(SMALL)),
                new ControlSet(TWO, ControlStatus.DRAFT, List.of(SMALL)));

        assertThat(decision).isEqualTo(new ControlDecision(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void countsForActiveAndShadowVersionsAndOnceForWhatTheyShare() {
        Rule.VelocityLimit raised = daily("five a day", 5L, null);
        Counter hourly = new Counter(Scope.ACCOUNT, new Window.Sliding(Duration.ofHours(1)), SGD, Set.of());
        Rule other = new Rule.VelocityLimit("hourly", hourly, 5L, null);
        Rule drafted = new Rule.VelocityLimit(
                "weekly", new Counter(Scope.CARD, calendar(Period.WEEK), SGD, Set.of()), 5L, null);

        Set<CounterKey> counters = ControlPolicy.counters(
                List.of(
                        new ControlSet(ONE, ControlStatus.ACTIVE, List.of(NONE_A_DAY)),
                        new ControlSet(TWO, ControlStatus.SHADOW, List.of(raised, other)),
                        ControlSet.draft(new ControlVersion("everyday", 3), List.of(drafted))),
                PURCHASE);

        assertThat(counters)
                .containsExactlyInAnyOrder(
                        new CounterKey(NONE_A_DAY.counter(), "card"), new CounterKey(hourly, "account"));
    }

    @Test
    void aNewVersionWithAnotherLimitGoesOnCounting() {
        ControlSet before = new ControlSet(ONE, ControlStatus.ACTIVE, List.of(daily("daily", 2L, null)));
        ControlSet after = new ControlSet(TWO, ControlStatus.ACTIVE, List.of(daily("daily", 1L, null)));
        velocity.consume("m1", NOON, Tally.ofPurchase(1), ControlPolicy.counters(List.of(before), PURCHASE));

        assertThat(decide(before).declined()).isFalse();
        assertThat(decide(after).declined()).isTrue();
    }

    @Test
    void aDeclineUsesNothing() {
        ControlSet set = new ControlSet(ONE, ControlStatus.ACTIVE, List.of(SMALL, daily("one a day", 1L, null)));

        assertThat(decide(set)).isEqualTo(decide(set));
        assertThat(velocity.usedAt(new CounterKey(NONE_A_DAY.counter(), "card"), NOON))
                .isEqualTo(Tally.ZERO);
    }

    @Test
    void refusesMoreSetsThanTheBound() {
        List<ControlSet> many = Collections.nCopies(ControlPolicy.MAX_SETS + 1, ControlSet.draft(ONE, List.of()));

        assertThatThrownBy(() -> ControlPolicy.decide(many, PURCHASE, velocity))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ControlDecision decide(ControlSet... sets) {
        return ControlPolicy.decide(List.of(sets), PURCHASE, velocity);
    }

    private static Rule.VelocityLimit daily(String name, @Nullable Long maxCount, @Nullable Long maxMinor) {
        return new Rule.VelocityLimit(
                name, new Counter(Scope.CARD, calendar(Period.DAY), SGD, Set.of()), maxCount, maxMinor);
    }

    private static Window calendar(Period period) {
        return new Window.Calendar(period, ZoneOffset.UTC);
    }
}
