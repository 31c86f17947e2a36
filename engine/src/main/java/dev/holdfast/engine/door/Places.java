package dev.holdfast.engine.door;

import dev.holdfast.engine.control.Acceptance;
import dev.holdfast.engine.control.Channel;
import dev.holdfast.engine.control.EntryMode;
import dev.holdfast.engine.control.Merchant;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.network.Place;
import org.jspecify.annotations.Nullable;

/** Where and how a card is used: DE18, DE19, DE22, DE25, DE41, DE42, DE43. */
final class Places {

    private static final int ATM_MCC = 6011;

    private Places() {}

    static Place read(Message message, Currency currency) {
        int mcc = message.has(18) ? (int) message.number(18) : 0;
        String id = stripped(message, 42);
        Merchant merchant = new Merchant(id.isEmpty() ? null : id, mcc, country(message));
        EntryMode mode = entryMode(message);
        Acceptance acceptance = new Acceptance(currency, channel(message, mcc, mode), mode);
        return new Place(merchant, stripped(message, 41), stripped(message, 43), acceptance);
    }

    private static @Nullable String country(Message message) {
        String number = message.find(19);
        return number == null ? null : Countries.alpha2(number);
    }

    private static EntryMode entryMode(Message message) {
        String code = message.find(22);
        return code == null
                ? EntryMode.UNKNOWN
                : switch (code.substring(0, 2)) {
                    case "01" -> EntryMode.MANUAL;
                    case "02", "90" -> EntryMode.MAGSTRIPE;
                    case "05" -> EntryMode.CHIP;
                    case "07" -> EntryMode.CONTACTLESS_CHIP;
                    case "09" -> EntryMode.ECOMMERCE_CHIP;
                    case "10" -> EntryMode.CREDENTIAL_ON_FILE;
                    case "79", "80" -> EntryMode.FALLBACK;
                    case "81" -> EntryMode.ECOMMERCE;
                    case "82" -> EntryMode.SERVER_INITIATED;
                    case "91" -> EntryMode.CONTACTLESS_MAGSTRIPE;
                    default -> EntryMode.UNKNOWN;
                };
    }

    private static Channel channel(Message message, int mcc, EntryMode mode) {
        if (mcc == ATM_MCC) {
            return Channel.ATM;
        }
        String condition = message.find(25);
        if ("08".equals(condition)) {
            return Channel.MAIL_OR_TELEPHONE;
        }
        return switch (mode) {
            case ECOMMERCE, ECOMMERCE_CHIP -> Channel.ECOMMERCE;
            case CREDENTIAL_ON_FILE, SERVER_INITIATED -> Channel.RECURRING;
            case MAGSTRIPE, FALLBACK, CHIP, CONTACTLESS_CHIP, CONTACTLESS_MAGSTRIPE -> Channel.POINT_OF_SALE;
            case MANUAL, UNKNOWN -> "59".equals(condition) ? Channel.ECOMMERCE : Channel.UNKNOWN;
        };
    }

    private static String stripped(Message message, int field) {
        String text = message.find(field);
        return text == null ? "" : text.strip();
    }
}
