package dev.holdfast.simulator.network.host;

import dev.holdfast.simulator.network.card.CardCondition;
import dev.holdfast.simulator.network.card.Embossing;
import dev.holdfast.simulator.network.card.PinBlocks;
import dev.holdfast.simulator.network.card.TestCard;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Cards of a test range, one an account, a few of them not good. */
public final class TestCards {

    private static final Currency PHP = Currency.getInstance("PHP");

    private TestCards() {}

    public static List<TestCard> of(int count) {
        List<TestCard> cards = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            cards.add(card(index).in(index % 20 == 19 ? bad(index / 20) : CardCondition.ACTIVE));
        }
        return cards;
    }

    public static TestCard card(int index) {
        String pan = "999999" + String.format(Locale.ROOT, "%010d", index);
        String cvv2 = String.format(Locale.ROOT, "%03d", index % 1000);
        PinBlocks blocks = new PinBlocks("00000000000000AA", "00000000000000BB");
        return new TestCard("card-" + index, "acc-" + index, new Embossing(pan, "3112", cvv2), PHP).withPin(blocks);
    }

    private static CardCondition bad(int index) {
        CardCondition[] all = CardCondition.values();
        return all[2 + index % (all.length - 2)];
    }
}
