package dev.holdfast.simulator.network.scenario;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.lifecycle.PaymentDrafts;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.message.Numbering;
import dev.holdfast.simulator.network.model.ModelAccount;
import dev.holdfast.simulator.network.model.ModelIssuer;
import dev.holdfast.simulator.network.oracle.Balances.Standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays scenarios on the model. */
public final class ModelScenarioRunner {

    private final boolean visa;
    private final Numbering numbering;

    public ModelScenarioRunner(boolean visa, Numbering numbering) {
        this.visa = visa;
        this.numbering = numbering;
    }

    /**
     * Returns the lines that came out otherwise, and how; nothing if all is well.
     *
     * @param cards by their names in the scenario; an account's reference is its name
     */
    public List<String> run(Scenario scenario, Map<String, TestCard> cards) {
        ModelIssuer issuer = new ModelIssuer(visa);
        scenario.accounts()
                .forEach(account ->
                        issuer.add(new ModelAccount(account.name(), account.available(), 0, account.creditLimit())));
        Drafts drafts = new Drafts(scenario, cards, numbering);
        List<String> mismatches = new ArrayList<>();
        for (Scenario.Line line : scenario.lines()) {
            if (line instanceof Scenario.Tick tick) {
                issuer.pass(tick.days());
            } else if (line instanceof Scenario.Message message) {
                PaymentDrafts of = drafts.of(message.card());
                NetworkAnswer answer = issuer.answer(of.draft(message.step()));
                of.answered(message.step().label(), answer);
                ModelAccount account =
                        issuer.account(scenario.accountOf(message.card()).name());
                String mismatch =
                        message.expected().mismatch(answer, new Standing(account.available(), account.held(), 0));
                if (mismatch != null) {
                    mismatches.add(message.text() + "  BUT " + mismatch);
                }
            }
        }
        return mismatches;
    }
}
