package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.control.Acceptance;
import dev.holdfast.engine.control.Merchant;
import dev.holdfast.engine.network.Place;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/** Who asks to be paid: DE42, DE18, DE19, DE41 and DE43. */
final class MerchantForm implements JsonForm {

    private static final Pattern MCC = Pattern.compile("[0-9]{4}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** DE42 and DE41 have 15 and 8 characters; other networks' names are longer. */
    private static final int MAX_ID = 64;

    private @Nullable String id;
    private @Nullable String mcc;
    private @Nullable String country;
    private @Nullable String terminal;
    private @Nullable String name;

    @Override
    public void member(String member, JsonReader in) throws IOException {
        switch (member) {
            case "id" -> id = in.text(member, MAX_ID);
            case "mcc" -> mcc = in.text(member, MCC, "must have four digits");
            case "country" -> country = in.text(member, COUNTRY, "must be an ISO 3166 code of two upper-case letters");
            case "terminal" -> terminal = in.text(member, MAX_ID);
            case "name" -> name = in.text(member, Place.MAX_CHARACTERS);
            default -> in.skip();
        }
    }

    Place toPlace(Acceptance acceptance) {
        return new Place(
                new Merchant(id, mcc == null ? 0 : Integer.parseInt(mcc), country),
                Objects.requireNonNullElse(terminal, ""),
                Objects.requireNonNullElse(name, ""),
                acceptance);
    }
}
