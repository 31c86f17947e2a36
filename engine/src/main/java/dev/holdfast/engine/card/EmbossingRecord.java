package dev.holdfast.engine.card;

import dev.holdfast.engine.hsm.Cvv;
import dev.holdfast.engine.vault.Pan;

import java.util.UUID;

/**
 * What a card bureau needs to make a card. Closing wipes it, and whoever gets one must close it; it prints as its id and
 * masked number only. The CVV2 is computed for it and stored nowhere (PCI DSS 3.3.1).
 *
 * @param accountRef what the tenant calls the card's account
 * @param pan the number in clear
 * @param cvv2 printed on the card
 */
public record EmbossingRecord(UUID cardId, String accountRef, Pan pan, CardFacts facts, Cvv cvv2)
        implements AutoCloseable {

    @Override
    public void close() {
        pan.wipe();
        cvv2.digits().wipe();
    }

    @Override
    public String toString() {
        return "EmbossingRecord[" + cardId + ", " + pan + "]";
    }
}
