package dev.holdfast.engine.network;

import dev.holdfast.engine.card.BillingAddress;
import dev.holdfast.engine.card.CardOnFile;
import dev.holdfast.engine.hsm.Cvv;
import dev.holdfast.engine.hsm.EncryptedPinBlock;
import dev.holdfast.engine.vault.Pan;
import org.jspecify.annotations.Nullable;

import java.time.YearMonth;
import java.util.UUID;

/**
 * What a message presents of a card. The number and what proves it are checked at the edge and go no further.
 *
 * @param tenantId whose cards may be meant; null for all, as a network's link serves every tenant
 * @param pan the number; null where a door names the card by its token
 * @param cardId the token; null where the number is given
 * @param expiry DE14; null if the message has none
 * @param cvv the value printed on the card; null if none was given
 * @param pin null if none was given
 * @param address to be verified; null if none is
 */
public record Presented(
        @Nullable Integer tenantId,
        @Nullable Pan pan,
        @Nullable UUID cardId,
        @Nullable YearMonth expiry,
        @Nullable Cvv cvv,
        @Nullable EncryptedPinBlock pin,
        @Nullable BillingAddress address) {

    /** @throws IllegalArgumentException unless exactly one of number and token is given */
    public Presented {
        if ((pan == null) == (cardId == null)) {
            throw new IllegalArgumentException("a card is presented by its number or by its token");
        }
    }

    boolean mayBe(CardOnFile card) {
        return tenantId == null || tenantId == card.accountKey().tenantId();
    }

    /** A card named by its token, with nothing to prove it: for what needs no proof. */
    public static Presented ofToken(int tenantId, UUID cardId) {
        return new Presented(tenantId, null, cardId, null, null, null, null);
    }
}
