package dev.holdfast.simulator.network.model;

import dev.holdfast.simulator.network.host.TestCards;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Kind;
import dev.holdfast.simulator.network.message.Links;
import dev.holdfast.simulator.network.message.Merchant;
import dev.holdfast.simulator.network.message.MessageId;
import dev.holdfast.simulator.network.message.NetworkId;
import dev.holdfast.simulator.network.message.Presented;
import dev.holdfast.simulator.network.message.Processing;
import dev.holdfast.simulator.network.message.Statement;
import dev.holdfast.simulator.network.message.Terms;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionPolicyTest {

    private static final Merchant ABROAD = new Merchant("5411", "SHOP", "T1", "051", true);

    private final DecisionPolicy policy = new DecisionPolicy(false);
    private final ModelAccount account = new ModelAccount("acc-1", 100, 0, 0);

    @Test
    void approvesAPartWhenTheTerminalTakesIt() {
        assertThat(decide(ABROAD.atHome())).isEqualTo(new Decision("10", 100));
    }

    @Test
    void approvesNoPartInAnotherCurrency() {
        assertThat(decide(ABROAD)).isEqualTo(new Decision("51", 0));
    }

    private Decision decide(Merchant merchant) {
        Draft request = new Draft(
                new Draft.Head(Kind.AUTHORIZATION, new MessageId("1121000000", "000001", "200350", "000000000001")),
                Presented.of(TestCards.card(1)),
                merchant,
                Terms.of(Processing.PURCHASE, 400).orLess(),
                Links.first(new NetworkId(1, "1121")),
                Statement.NONE);
        return policy.decide(request, account, account.payment(1));
    }
}
