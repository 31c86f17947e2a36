package dev.holdfast.engine.control;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import static dev.holdfast.engine.control.ControlStatus.ACTIVE;
import static dev.holdfast.engine.control.ControlStatus.DRAFT;
import static dev.holdfast.engine.control.ControlStatus.RETIRED;
import static dev.holdfast.engine.control.ControlStatus.SHADOW;
import static dev.holdfast.engine.control.Purchases.SGD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ControlSetTest {

    private static final ControlVersion VERSION = new ControlVersion("everyday", 3);

    @Test
    void goesForwardOneStepAtATimeOrIsGivenUp() {
        Map<ControlStatus, Set<ControlStatus>> steps = Map.of(
                DRAFT, Set.of(SHADOW, RETIRED),
                SHADOW, Set.of(ACTIVE, RETIRED),
                ACTIVE, Set.of(RETIRED),
                RETIRED, Set.of());
        for (ControlStatus from : ControlStatus.values()) {
            for (ControlStatus to : ControlStatus.values()) {
                assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(steps.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void refusesToSkipTheShadow() {
        ControlSet draft = ControlSet.draft(VERSION, List.of());

        assertThatThrownBy(() -> draft.become(ACTIVE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a control set cannot go from DRAFT to ACTIVE");
        assertThat(draft.become(SHADOW).become(ACTIVE).status()).isEqualTo(ACTIVE);
    }

    @Test
    void changesOnlyADraft() {
        ControlSet draft = ControlSet.draft(VERSION, List.of());
        List<Rule> rules = List.of(blocking("gambling"));

        assertThat(draft.withRules(rules).rules()).isEqualTo(rules);
        assertThatThrownBy(() -> draft.become(SHADOW).withRules(rules)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesMoreRulesThanTheBoundsAndTwoOfOneName() {
        List<Rule> many = IntStream.rangeClosed(0, ControlSet.MAX_RULES)
                .mapToObj(i -> blocking("r" + i))
                .toList();
        Counter counter = new Counter(Scope.CARD, new Window.Calendar(Period.DAY, ZoneOffset.UTC), SGD, Set.of());
        List<Rule> limits = IntStream.rangeClosed(0, ControlSet.MAX_VELOCITY_LIMITS)
                .<Rule>mapToObj(i -> new Rule.VelocityLimit("r" + i, counter, 1L, null))
                .toList();

        assertThatThrownBy(() -> ControlSet.draft(VERSION, many)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ControlSet.draft(VERSION, limits)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ControlSet.draft(VERSION, Collections.nCopies(2, blocking("same"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAVersionWithoutNameOrNumber() {
        assertThatThrownBy(() -> new ControlVersion(" ", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ControlVersion("everyday", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Rule blocking(String name) {
        return new Rule.Block(name, List.of(new Condition.MccIn(Set.of(MccRange.of(7995)))));
    }
}
