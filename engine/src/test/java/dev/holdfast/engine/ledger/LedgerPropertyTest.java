package dev.holdfast.engine.ledger;

import dev.holdfast.engine.book.ChainHash;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.testing.Answer;
import dev.holdfast.engine.testing.Answer.Verdict;
import dev.holdfast.engine.testing.LedgerSequences;
import dev.holdfast.engine.testing.LedgerUnderTest;
import dev.holdfast.engine.testing.LedgerUnderTest.Standing;
import dev.holdfast.engine.testing.ModelLedger;
import dev.holdfast.engine.testing.Scenario;
import dev.holdfast.engine.testing.ScenarioRunner;
import dev.holdfast.engine.testing.Step;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine's rules, in memory, against the scenarios and the model. */
class LedgerPropertyTest {

    static Stream<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void playsEveryScenario(Scenario scenario) {
        new ScenarioRunner(new BookLedger(), 1, "").play(scenario);
    }

    @Property(tries = 2_000)
    void answersAsTheModelDoes(@ForAll("sequences") List<Step> steps) {
        BookLedger book = new BookLedger();
        ModelLedger model = new ModelLedger();

        for (Step step : steps) {
            assertThat(step.playOn(book)).as("%s", step).isEqualTo(step.playOn(model));
        }

        assertThat(standings(book)).isEqualTo(standings(model));
        assertThat(book.journal()).hasSameSizeAs(model.journal());
    }

    @Property(tries = 1_000)
    void changesNothingWhereItRefusesOrRepeats(@ForAll("sequences") List<Step> steps) {
        BookLedger book = new BookLedger();
        int opened = LedgerSequences.accounts(1, "").size();
        steps.subList(0, opened).forEach(step -> step.playOn(book));

        for (Step step : steps.subList(opened, steps.size())) {
            Map<String, Standing> before = standings(book);
            int entries = book.journal().size();
            boolean applied = step.playOn(book) instanceof Answer answer
                    && answer.verdict() == Verdict.APPLIED
                    && !answer.replayed();
            assertThat(book.journal()).as("%s", step).hasSize(applied ? entries + 1 : entries);
            if (!applied) {
                assertThat(standings(book)).as("%s", step).isEqualTo(before);
            }
        }
    }

    @Property(tries = 1_000)
    void keepsEveryInvariantOfTheJournal(@ForAll("sequences") List<Step> steps) {
        BookLedger book = new BookLedger();
        steps.forEach(step -> step.playOn(book));

        Map<Currency, Map<LedgerCode, Long>> sums = new HashMap<>();
        Map<String, JournalEntry> last = new HashMap<>();
        for (JournalEntry entry : book.journal()) {
            Map<LedgerCode, Long> sum =
                    sums.computeIfAbsent(entry.movement().amount().currency(), first -> new HashMap<>());
            sum.merge(
                    entry.movement().operation().debit(),
                    -entry.movement().amount().minor(),
                    Math::addExact);
            sum.merge(
                    entry.movement().operation().credit(),
                    entry.movement().amount().minor(),
                    Math::addExact);
            follows(last.put(entry.position().account() + "/" + entry.position().balance(), entry), entry);
        }
        sums.forEach((currency, sum) -> assertThat(
                        sum.values().stream().mapToLong(minor -> minor).sum())
                .as("%s", currency)
                .isZero());
        last.values().forEach(entry -> assertThat(entry.after().held()).isNotNegative());
    }

    private static void follows(@Nullable JournalEntry previous, JournalEntry entry) {
        assertThat(entry.position().seq())
                .isEqualTo(previous == null ? 1 : previous.position().seq() + 1);
        if (previous != null) {
            ChainHash chained = entry.hashAfter(previous.hash());
            assertThat(entry.hash()).isEqualTo(chained);
        }
    }

    private static Map<String, Standing> standings(LedgerUnderTest ledger) {
        Map<String, Standing> standings = new HashMap<>();
        LedgerSequences.accounts(1, "")
                .forEach(opening -> opening.balances()
                        .forEach(balance -> standings.put(
                                opening.key().ref() + "/" + balance.ref(),
                                ledger.standing(opening.key(), balance.ref()))));
        return standings;
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        return LedgerSequences.sequences(80);
    }
}
