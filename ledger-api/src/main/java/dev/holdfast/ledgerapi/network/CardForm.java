package dev.holdfast.ledgerapi.network;

import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.hsm.Cvv;
import dev.holdfast.engine.hsm.EncryptedPinBlock;
import dev.holdfast.engine.hsm.PinBlockFormat;
import dev.holdfast.engine.network.Presented;
import dev.holdfast.engine.vault.Pan;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The members that name a card, by its number or by its token, and prove it: DE2, DE14, DE52, CVV2, AVS. */
final class CardForm {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern PIN_BLOCK = Pattern.compile("[0-9A-Fa-f]{16}");

    private final AddressForm address = new AddressForm();
    private @Nullable Pan pan;
    private @Nullable UUID cardId;
    private @Nullable YearMonth expiry;
    private @Nullable Cvv cvv;
    private @Nullable EncryptedPinBlock pin;
    private boolean addressGiven;

    /** Reads a member that names the card; false if it is none. */
    boolean takeName(String name, JsonReader in) throws IOException {
        switch (name) {
            case "card_id" -> cardId = in.uuid(name);
            case "pan" -> pan = in.value(name, Pan::parse, "must be a card number");
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Reads a member that proves the card; false if it is none. */
    boolean takeProof(String name, JsonReader in) throws IOException {
        switch (name) {
            case "expiry" -> expiry = in.value(name, CardForm::month, "must be a month such as 2029-08");
            case "cvv2" -> cvv = in.value(name, Cvv::parse, "must have three digits");
            case "pin_block" -> pin = in.value(name, CardForm::block, "must be 16 hexadecimal digits");
            case "address" -> addressGiven = in.object(name, address);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return MONTH.matcher(text).matches() ? Optional.of(YearMonth.parse(text)) : Optional.empty();
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private static Optional<EncryptedPinBlock> block(String text) {
        return PIN_BLOCK.matcher(text).matches()
                ? Optional.of(new EncryptedPinBlock(
                        PinBlockFormat.ISO_0, HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))))
                : Optional.empty();
    }

    /** Null if not valid, which {@code problems} then tell. */
    @Nullable
    Presented toPresented(int tenantId, Problems problems) {
        requireOneName(problems);
        requireNumber("cvv2", cvv, problems);
        requireNumber("pin_block", pin, problems);
        BillingAddress given = addressGiven ? address.toAddress() : null;
        return (pan == null) == (cardId == null) ? null : new Presented(tenantId, pan, cardId, expiry, cvv, pin, given);
    }

    private void requireOneName(Problems problems) {
        if (pan != null && cardId != null) {
            problems.add("card_id", DetailCode.INVALID_VALUE, "must not be given beside pan");
        } else if (pan == null && cardId == null && !problems.mention("pan") && !problems.mention("card_id")) {
            problems.add("card_id", DetailCode.REQUIRED, "is required unless pan is given");
        }
    }

    /** Both are computed with the number, which a token does not tell. */
    private void requireNumber(String name, @Nullable Object value, Problems problems) {
        if (value != null && cardId != null) {
            problems.add(name, DetailCode.INVALID_VALUE, "can be checked with pan only");
        }
    }
}
