package dev.holdfast.simulator.network.dialect;

import dev.holdfast.engine.iso8583.AdditionalAmount;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.OriginalData;
import dev.holdfast.engine.iso8583.StationHeader;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Merchant;
import dev.holdfast.simulator.network.message.MessageId;
import dev.holdfast.simulator.network.message.Original;
import dev.holdfast.simulator.network.message.Processing;

import java.util.Currency;

/** Writes drafts in one style. */
public final class DraftWriter {

    private static final StationHeader TO_ISSUER = StationHeader.of("111111", "222222");
    private static final String CASH_PART = "40";

    /** Of a purchase with cashback, a quarter is cash. */
    private static final int CASH_SHARE = 4;

    private static final String NO_FORWARDER = "00000000000";

    private final Style style;

    public DraftWriter(Style style) {
        this.style = style;
    }

    public Style style() {
        return style;
    }

    /** Returns the message's bytes, without the frame's length prefix. */
    public byte[] write(Draft draft, boolean repeat) {
        String mti = repeat ? draft.kind().repeatMti() : draft.kind().mti();
        MessageBuilder message = begin(mti);
        message.set(2, draft.card().card().embossing().pan())
                .set(3, draft.terms().processing().code() + "0000")
                .set(14, draft.card().expiry());
        amount(draft, message);
        if (draft.terms().processing() == Processing.CASHBACK) {
            message.set(54, cashPart(draft));
        }
        identity(draft.id(), message);
        merchant(draft.merchant(), message);
        String pin = draft.card().pin();
        if (pin != null) {
            message.set(52, pin);
        }
        links(draft, message);
        style.privateFields().write(draft, message);
        return message.encode();
    }

    /**
     * Returns a message of network management.
     *
     * @param information DE70: 001 to sign on, 002 to sign off, 301 for an echo
     */
    public byte[] management(String transmitted, String trace, String information) {
        return begin("0800")
                .set(7, transmitted)
                .set(11, trace)
                .set(33, "200001")
                .set(70, information)
                .encode();
    }

    private void amount(Draft draft, MessageBuilder message) {
        Currency currency = draft.card().card().currency();
        if (style.bills() && draft.merchant().abroad()) {
            Abroad.write(draft.terms().minor(), currency, message);
        } else {
            message.set(4, draft.terms().minor()).set(49, Currencies.numeric(currency));
        }
    }

    private static String cashPart(Draft draft) {
        String currency = Currencies.numeric(draft.card().card().currency());
        return new AdditionalAmount(
                        "00", CASH_PART, currency, false, draft.terms().minor() / CASH_SHARE)
                .text();
    }

    private MessageBuilder begin(String mti) {
        MessageBuilder message = style.profile().message(mti);
        return style.profile().isHeaded() ? message.header(TO_ISSUER) : message;
    }

    private static void identity(MessageId id, MessageBuilder message) {
        message.set(7, id.transmitted())
                .set(11, id.trace())
                .set(32, id.acquirer())
                .set(37, id.retrieval());
    }

    private static void merchant(Merchant merchant, MessageBuilder message) {
        message.set(18, merchant.category())
                .set(22, merchant.entryMode())
                .padded(41, merchant.terminal())
                .padded(42, merchant.id());
    }

    private static void links(Draft draft, MessageBuilder message) {
        Original original = draft.links().original();
        if (original != null) {
            MessageId id = original.id();
            message.set(
                    90,
                    new OriginalData(
                                    original.kind().mti(),
                                    id.trace(),
                                    id.transmitted(),
                                    "00000" + id.acquirer(),
                                    NO_FORWARDER)
                            .text());
        }
        if (draft.links().approvalCode() != null) {
            message.set(38, draft.links().approvalCode());
        }
        if (draft.statement().responseCode() != null) {
            message.set(39, draft.statement().responseCode());
        }
    }
}
