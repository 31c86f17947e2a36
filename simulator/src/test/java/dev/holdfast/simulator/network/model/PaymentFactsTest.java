package dev.holdfast.simulator.network.model;

import dev.holdfast.simulator.network.host.TestCards;
import dev.holdfast.simulator.network.lifecycle.Action;
import dev.holdfast.simulator.network.lifecycle.Flag;
import dev.holdfast.simulator.network.lifecycle.PaymentDrafts;
import dev.holdfast.simulator.network.lifecycle.Script;
import dev.holdfast.simulator.network.lifecycle.Step;
import dev.holdfast.simulator.network.link.Traces;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Merchant;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentFactsTest {

    private static final List<Step> STEPS = List.of(
            Step.of("h", Action.HOLD, "", 8_000),
            Step.of("i", Action.INCREMENT, "h", 2_000),
            Step.of("r", Action.REVERSE, "h", 5_000),
            Step.of("s", Action.STAND_IN, "i", 2_500),
            Step.of("t", Action.TOO_LATE, "i", 0),
            new Step("c", Action.CAPTURE, "h", 3_000, new Step.Count(1, 2), Set.of()),
            Step.of("f", Action.REFUND, "h", 700, Flag.ZERO_ID));

    @Test
    void everyOrderOfTheSameFactsComesToTheSame() {
        List<Draft> drafts = drafts();
        Effect expected = effect(drafts);

        assertThat(expected).isEqualTo(new Effect(4_500, 2_300));
        assertThat(permutations(drafts))
                .hasSize(5_040)
                .allSatisfy(order -> assertThat(effect(order)).isEqualTo(expected));
    }

    @Test
    void theSameFactTwiceIsOneFact() {
        List<Draft> drafts = drafts();
        List<Draft> twice = new ArrayList<>(drafts);
        twice.addAll(drafts);

        assertThat(effect(twice)).isEqualTo(new Effect(4_500, 2_300));
    }

    private static Effect effect(List<Draft> drafts) {
        PaymentFacts facts = new PaymentFacts();
        for (Draft draft : drafts) {
            if (draft.kind().isRequest()) {
                facts.approved(draft, draft.terms().minor());
            } else {
                facts.stated(draft);
            }
        }
        return facts.effect();
    }

    private static List<Draft> drafts() {
        PaymentDrafts drafts = new PaymentDrafts(
                new Script(STEPS),
                TestCards.card(1),
                new Merchant("5411", "SHOP", "T1", "051"),
                new Traces(Clock.systemUTC(), "200350"));
        return STEPS.stream().map(drafts::draft).toList();
    }

    private static List<List<Draft>> permutations(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return List.of(List.of());
        }
        return drafts.stream()
                .flatMap(first -> permutations(drafts.stream()
                                .filter(draft -> !draft.equals(first))
                                .toList())
                        .stream()
                        .map(rest ->
                                Stream.concat(Stream.of(first), rest.stream()).toList()))
                .toList();
    }
}
