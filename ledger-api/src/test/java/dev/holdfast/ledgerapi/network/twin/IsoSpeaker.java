package dev.holdfast.ledgerapi.network.twin;

import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.door.Iso8583Door;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.OriginalData;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.Profiles;
import dev.holdfast.engine.iso8583.StationHeader;
import dev.holdfast.ledgerapi.network.twin.Spoken.Advice;
import dev.holdfast.ledgerapi.network.twin.Spoken.Named;
import dev.holdfast.ledgerapi.network.twin.Spoken.Presentment;
import dev.holdfast.ledgerapi.network.twin.Spoken.Request;
import dev.holdfast.ledgerapi.network.twin.Spoken.Reversal;
import dev.holdfast.ledgerapi.network.twin.Spoken.Unpresentment;
import dev.holdfast.ledgerapi.testing.RunningApi;
import dev.holdfast.ledgerapi.testing.TestCards;
import dev.holdfast.ledgerapi.testing.TestCards.TestCard;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Speaks ISO 8583 in one dialect. */
final class IsoSpeaker {

    private static final DateTimeFormatter YYMM = DateTimeFormatter.ofPattern("yyMM");

    /** One business day, so that an id is the same whenever it is said. */
    private static final String SETTLEMENT_DATE = "0131";

    private final Iso8583Door door;
    private final Profile profile;
    private final List<TestCard> cards;

    IsoSpeaker(Iso8583Door door, Profile profile, List<TestCard> cards) {
        this.door = door;
        this.profile = profile;
        this.cards = cards;
    }

    Heard say(Spoken spoken) {
        Message message = message(spoken).build();
        Message answer = RunningApi.await(door.answer(message, Instant.now())).orElseThrow();
        String code = answer.text(39);
        boolean money = spoken instanceof Request && (code.equals("00") || code.equals("10")) && spends(spoken);
        return new Heard(code, money ? answer.number(4) : 0, answer.has(38));
    }

    private static boolean spends(Spoken spoken) {
        return spoken instanceof Request request && request.terms().type().spends();
    }

    /** The network's name of a payment's ids, as the door calls them. */
    static String network(Profile profile) {
        return profile.name();
    }

    /** The network's id as the door understands it: 15 digits, or 9 characters and a date. */
    static String ownId(Profile profile, String networkId) {
        return profile == Profiles.VISA_STYLE ? networkId : reference(networkId) + SETTLEMENT_DATE;
    }

    private static String reference(String networkId) {
        return "MCC" + networkId.substring(networkId.length() - 6);
    }

    private MessageBuilder message(Spoken spoken) {
        if (spoken instanceof Request request) {
            return request(request);
        }
        if (spoken instanceof Advice advice) {
            return advice(advice);
        }
        if (spoken instanceof Reversal reversal) {
            return reversal(reversal);
        }
        if (spoken instanceof Presentment presentment) {
            return presentment(presentment);
        }
        return unpresentment((Unpresentment) spoken);
    }

    private MessageBuilder request(Request request) {
        String type = request.terms().single() ? "020" : "010";
        MessageBuilder message =
                begin(request, type, processingCode(request.terms().type()), request.minor());
        YearMonth expiry = TestCards.EXPIRY.plusMonths(request.terms().wrongExpiry() ? 1 : 0);
        message.set(14, YYMM.format(expiry));
        writeKind(message, request.terms().pre());
        Map<Integer, String> additional = new TreeMap<>();
        Map<Integer, String> visaReason = new TreeMap<>();
        if (request.terms().partial()) {
            if (profile == Profiles.VISA_STYLE) {
                message.set(60, "000000000001");
            } else {
                additional.put(61, "10000");
            }
        }
        if (request.increment()) {
            visaReason.put(3, "3900");
        }
        writeIds(message, request.named().networkId(), original(request), additional, visaReason);
        return message;
    }

    private static @Nullable String original(Request request) {
        return request.increment() ? request.named().networkId() : null;
    }

    private MessageBuilder advice(Advice advice) {
        MessageBuilder message = begin(advice, "012", "000000", advice.minor());
        message.set(39, advice.approved() ? "00" : "05").set(90, original("0100", advice.original()));
        writeKind(message, advice.pre());
        writeIds(message, advice.named().networkId(), null, new TreeMap<>(), Map.of());
        return message;
    }

    private MessageBuilder reversal(Reversal reversal) {
        MessageBuilder message = begin(reversal, "040", "000000", reversal.minor());
        message.set(90, original("0100", reversal.original()));
        if (reversal.lateAnswer()) {
            message.set(39, "68");
        }
        if (reversal.left() > 0) {
            String left = String.format("%012d%012d", reversal.left(), 0);
            message.set(95, left + (profile == Profiles.MASTERCARD_STYLE ? "0".repeat(18) : "C00000000C00000000"));
        }
        writeIds(message, reversal.named().networkId(), null, new TreeMap<>(), Map.of());
        return message;
    }

    private MessageBuilder presentment(Presentment presentment) {
        MessageBuilder message =
                begin(presentment, "022", presentment.refund() ? "200000" : "000000", presentment.minor());
        String networkId = presentment.named().networkId();
        if (profile == Profiles.VISA_STYLE) {
            Map<Integer, String> service = new TreeMap<>();
            if (networkId != null) {
                service.put(2, networkId);
            }
            service.put(11, "01");
            service.put(12, presentment.last() ? "01" : "02");
            return message.set(62, "", service);
        }
        writeIds(message, networkId, null, new TreeMap<>(), Map.of());
        return message.set(126, presentment.last() ? "0101" : "0102");
    }

    private MessageBuilder unpresentment(Unpresentment taken) {
        Presentment original = taken.original();
        MessageBuilder message = begin(taken, "042", original.refund() ? "200000" : "000000", original.minor());
        message.set(90, original("0220", original.named()));
        writeIds(message, taken.named().networkId(), null, new TreeMap<>(), Map.of());
        return message;
    }

    private MessageBuilder begin(Spoken spoken, String type, String processingCode, long minor) {
        Named named = spoken.named();
        MessageBuilder message = profile.message(type + (named.repeat() ? "1" : "0"));
        if (profile.isHeaded()) {
            message.header(StationHeader.of("111111", "222222"));
        }
        return message.set(2, cards.get(spoken.card()).pan())
                .set(3, processingCode)
                .set(4, minor)
                .set(7, named.trace().transmitted())
                .set(11, named.stan())
                .set(18, 5411)
                .set(19, 608)
                .set(22, "051")
                .set(32, "400123")
                .set(37, named.retrieval())
                .padded(41, "T1")
                .padded(42, "SHOP")
                .set(49, 608);
    }

    private void writeKind(MessageBuilder message, boolean pre) {
        if (profile == Profiles.MASTERCARD_STYLE) {
            message.set(61, "102510" + (pre ? "4" : "0") + "000600608");
        } else if (pre) {
            message.set(25, "06");
        }
    }

    private void writeIds(
            MessageBuilder message,
            @Nullable String networkId,
            @Nullable String original,
            Map<Integer, String> additional,
            Map<Integer, String> visaReason) {
        if (profile == Profiles.VISA_STYLE) {
            if (networkId != null) {
                message.set(62, "", Map.of(2, networkId));
            }
            if (!visaReason.isEmpty()) {
                message.set(63, "", visaReason);
            }
            return;
        }
        if (networkId != null) {
            message.set(15, SETTLEMENT_DATE).set(63, reference(networkId));
        }
        if (original != null) {
            additional.put(63, ownId(profile, original) + "  ");
        }
        if (!additional.isEmpty()) {
            message.set(48, profile == Profiles.MASTERCARD_STYLE ? "R" : "", additional);
        }
    }

    private static String original(String type, Named named) {
        return new OriginalData(type, named.stan(), named.trace().transmitted(), "00000400123", "00000000000").text();
    }

    private static String processingCode(TransactionType type) {
        return switch (type) {
            case PURCHASE, ACCOUNT_VERIFICATION -> "000000";
            case CASH -> "010000";
            case CASHBACK -> "090000";
            case QUASI_CASH -> "110000";
            case REFUND -> "200000";
            case PAYMENT -> "260000";
            case BALANCE_INQUIRY -> "300000";
        };
    }
}
