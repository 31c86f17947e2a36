package dev.holdfast.simulator.network.scenario;

import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.lifecycle.PaymentDrafts;
import dev.holdfast.simulator.network.message.Merchant;
import dev.holdfast.simulator.network.message.Numbering;

import java.util.HashMap;
import java.util.Map;

/** The messages of a scenario, by card. */
final class Drafts {

    private static final Merchant MERCHANT = new Merchant("5411", "SCENARIO", "T1", "051");

    private final Map<String, PaymentDrafts> byCard = new HashMap<>();

    Drafts(Scenario scenario, Map<String, TestCard> cards, Numbering numbering) {
        cards.forEach(
                (name, card) -> byCard.put(name, new PaymentDrafts(scenario.script(), card, MERCHANT, numbering)));
    }

    /** @throws IllegalArgumentException if no such card was given */
    PaymentDrafts of(String card) {
        PaymentDrafts drafts = byCard.get(card);
        if (drafts == null) {
            throw new IllegalArgumentException("no card " + card);
        }
        return drafts;
    }
}
