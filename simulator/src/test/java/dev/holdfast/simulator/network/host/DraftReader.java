package dev.holdfast.simulator.network.host;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.OriginalData;
import dev.holdfast.engine.iso8583.ReplacementAmounts;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.dialect.Style;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Kind;
import dev.holdfast.simulator.network.message.Links;
import dev.holdfast.simulator.network.message.Merchant;
import dev.holdfast.simulator.network.message.MessageId;
import dev.holdfast.simulator.network.message.NetworkId;
import dev.holdfast.simulator.network.message.Original;
import dev.holdfast.simulator.network.message.Presented;
import dev.holdfast.simulator.network.message.Processing;
import dev.holdfast.simulator.network.message.Statement;
import dev.holdfast.simulator.network.message.Terms;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** Reads what a message says: the opposite of the simulator's writer. */
public final class DraftReader {

    private final Style style;
    private final Map<String, TestCard> cardsByPan;

    public DraftReader(Style style, Map<String, TestCard> cardsByPan) {
        this.style = style;
        this.cardsByPan = cardsByPan;
    }

    public Draft read(Message message) {
        Kind kind = kind(message.mti().code());
        NetworkId first = style.isVisa() ? visaId(message.element(62, 2)) : own(message);
        boolean refers = kind.isRequest()
                ? style.isVisa() ? "3900".equals(message.element(63, 3)) : element(message, 63) != null
                : message.has(90) || !style.isVisa();
        NetworkId trace = style.isVisa() ? (refers ? first : null) : trace(element(message, 63));
        NetworkId own = style.isVisa() ? (refers ? null : first) : first;
        return new Draft(
                new Draft.Head(kind, id(message)),
                presented(message),
                new Merchant(
                        message.text(18),
                        message.text(42).trim(),
                        message.text(41).trim(),
                        message.text(22),
                        message.has(51)),
                terms(message),
                new Links(own, trace, original(message), message.find(38)),
                statement(kind, message));
    }

    private static Kind kind(int code) {
        String mti = "0" + code / 10 + "0";
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.mti().equals(mti))
                .findFirst()
                .orElseThrow();
    }

    private static MessageId id(Message message) {
        return new MessageId(message.text(7), message.text(11), message.text(32), message.text(37));
    }

    private Presented presented(Message message) {
        TestCard card = Objects.requireNonNull(cardsByPan.get(message.text(2)));
        String cvv2 = element(message, 92);
        if (style.isVisa()) {
            String padded = message.element(126, 10);
            cvv2 = padded == null ? null : padded.substring(3);
        }
        return new Presented(card, message.text(14), cvv2, message.find(52));
    }

    private Terms terms(Message message) {
        String code = message.text(3).substring(0, 2);
        Processing processing = Arrays.stream(Processing.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        boolean held = style == Style.MASTERCARD ? "4".equals(message.element(61, 7)) : "06".equals(message.find(25));
        String conditions = element(message, 61);
        boolean partial =
                style.isVisa() ? "1".equals(message.element(60, 10)) : conditions != null && conditions.startsWith("1");
        return new Terms(
                processing,
                message.number(message.has(6) ? 6 : 4),
                held,
                partial,
                message.find(style.isVisa() ? 123 : 120));
    }

    private static @Nullable Original original(Message message) {
        OriginalData data = OriginalData.of(message);
        return data == null
                ? null
                : new Original(
                        kind(Integer.parseInt(data.messageType())),
                        // What DE90 does not carry is not part of the name either.
                        new MessageId(
                                data.transmitted(),
                                data.traceNumber(),
                                data.acquirer().substring(5),
                                ""));
    }

    private Statement statement(Kind kind, Message message) {
        ReplacementAmounts replacement = ReplacementAmounts.of(message);
        long newTotal = kind.isReversal()
                ? (replacement == null ? 0 : replacement.billing().orElse(replacement.transaction()))
                : -1;
        String number = style.isVisa() ? message.element(62, 11) : part(message.find(126), 0);
        String of = style.isVisa() ? message.element(62, 12) : part(message.find(126), 2);
        return new Statement(
                message.find(39),
                newTotal,
                number == null ? 0 : Integer.parseInt(number),
                of == null ? 0 : Integer.parseInt(of));
    }

    private static @Nullable String part(@Nullable String text, int from) {
        return text == null ? null : text.substring(from, from + 2);
    }

    private @Nullable NetworkId own(Message message) {
        String text = message.find(63);
        return text == null ? null : new NetworkId(number(text), message.text(15));
    }

    private static @Nullable NetworkId trace(@Nullable String text) {
        return text == null ? null : new NetworkId(number(text), text.substring(9, 13));
    }

    private static long number(String reference) {
        return Long.parseLong(reference.substring(3, 9), Character.MAX_RADIX);
    }

    private static @Nullable NetworkId visaId(@Nullable String text) {
        return text == null ? null : new NetworkId(Long.parseLong(text.substring(4)), text.substring(0, 4));
    }

    /** An element of DE48; the ASCII profile leaves it to the reader. */
    private @Nullable String element(Message message, int tag) {
        String text = style.isVisa() ? null : message.find(48);
        if (text == null) {
            return null;
        }
        int at = Character.isDigit(text.charAt(0)) ? 0 : 1;
        while (at < text.length()) {
            int length = Integer.parseInt(text.substring(at + 2, at + 4));
            if (Integer.parseInt(text.substring(at, at + 2)) == tag) {
                return text.substring(at + 4, at + 4 + length);
            }
            at += 4 + length;
        }
        return null;
    }
}
