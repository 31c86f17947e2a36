package dev.holdfast.simulator.network.dialect;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.host.DraftReader;
import dev.holdfast.simulator.network.host.TestCards;
import dev.holdfast.simulator.network.lifecycle.Cue;
import dev.holdfast.simulator.network.lifecycle.Life;
import dev.holdfast.simulator.network.lifecycle.LifeKind;
import dev.holdfast.simulator.network.lifecycle.PaymentDrafts;
import dev.holdfast.simulator.network.link.Traces;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Merchant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Clock;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class DraftWriterTest {

    private static final Merchant MERCHANT = new Merchant("5411", "SHOP", "T1", "051", true);

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenSaysTheSameWhenItIsRead(LifeKind kind) {
        TestCard card = TestCards.card(7);
        for (Style style : Style.ALL) {
            DraftReader reader = new DraftReader(style, Map.of(card.embossing().pan(), card));
            Life life = kind.life(4_200);
            PaymentDrafts drafts =
                    new PaymentDrafts(life.script(), card, MERCHANT, new Traces(Clock.systemUTC(), "200350"));
            for (Cue cue : life.cues()) {
                Draft draft = drafts.draft(cue.step());
                Message message = (Message) style.profile().decode(new DraftWriter(style).write(draft, false));

                if (style.countsCaptures() || draft.statement().of() == 0) {
                    assertThat(said(reader.read(message), style)).isEqualTo(said(draft, style));
                }
                assertThat(message.mti().isRepeat()).isFalse();
            }
        }
    }

    /** The Visa style has one field for the network's id, whether it is a message's own or its original's. */
    private static String said(Draft draft, Style style) {
        String text = draft.toString();
        return style.isVisa() ? text.replaceAll(" id \\S+(?= trace)", "").replace(" trace ", " id ") : text;
    }
}
