package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.ledgerapi.json.JsonForm;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.regex.Pattern;

/** What address verification compares. */
public final class AddressForm implements JsonForm {

    private static final Pattern POSTAL_CODE = Pattern.compile("[A-Za-z0-9 -]{1,9}");
    private static final Pattern STREET = Pattern.compile("[0-9]{1,20}");

    private @Nullable String postalCode;
    private @Nullable String streetDigits;

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "postal_code" ->
                postalCode = in.text(name, POSTAL_CODE, "must have 1 to 9 letters, digits, blanks and hyphens");
            case "street_digits" -> streetDigits = in.text(name, STREET, "must have 1 to 20 digits");
            default -> in.skip();
        }
    }

    public BillingAddress toAddress() {
        return new BillingAddress(postalCode, streetDigits);
    }
}
