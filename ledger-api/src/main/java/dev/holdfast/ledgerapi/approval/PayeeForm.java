package dev.holdfast.ledgerapi.approval;

import dev.holdfast.engine.control.Acceptance;
import dev.holdfast.engine.control.Channel;
import dev.holdfast.engine.control.EntryMode;
import dev.holdfast.engine.control.Merchant;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.network.Place;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/** The members that tell who asks to be paid. */
final class PayeeForm {

    private static final Pattern MCC = Pattern.compile("[0-9]{4}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int MAX_ID = 64;

    private @Nullable String id;
    private @Nullable String mcc;
    private @Nullable String country;
    private @Nullable String terminal;
    private @Nullable String name;
    private @Nullable String source;

    /** Reads a member that tells of the merchant; false if it is none. */
    boolean take(String member, JsonReader in) throws IOException {
        switch (member) {
            case "network_merchant_id" -> id = in.text(member, MAX_ID);
            case "network_merchant_category_code" -> mcc = in.text(member, MCC, "must have four digits");
            case "network_merchant_country_code" ->
                country = in.text(member, COUNTRY, "must be an ISO 3166 code of two upper-case letters");
            case "network_merchant_terminal_id" -> terminal = in.text(member, MAX_ID);
            case "network_merchant_name" -> name = in.text(member, Place.MAX_CHARACTERS);
            case "transaction_source" -> source = in.text(member, MAX_ID);
            default -> {
                return false;
            }
        }
        return true;
    }

    Place toPlace(Currency currency) {
        return new Place(
                new Merchant(id, mcc == null ? 0 : Integer.parseInt(mcc), country),
                Objects.requireNonNullElse(terminal, ""),
                Objects.requireNonNullElse(name, ""),
                new Acceptance(currency, channel(), EntryMode.UNKNOWN));
    }

    /** The sources that say where; others may be added, and say nothing. */
    private Channel channel() {
        return switch (Objects.requireNonNullElse(source, "")) {
            case "ecommerce" -> Channel.ECOMMERCE;
            case "terminal" -> Channel.POINT_OF_SALE;
            case "unsupported_mail", "unsupported_tlph" -> Channel.MAIL_OR_TELEPHONE;
            default -> Channel.UNKNOWN;
        };
    }
}
