package dev.holdfast.engine.hsm;

import dev.holdfast.engine.vault.Pan;

import java.time.YearMonth;

/**
 * The port to what keeps the issuer's keys. Whatever the network sends has a result; an exception means that the module
 * itself has failed. Asked before a command is submitted to its lane, never inside a decision.
 */
public interface Hsm {

    /**
     * Computes a card verification value: a CVV with the card's own service code, a CVV2 with {@link
     * ServiceCode#CARD_NOT_PRESENT}, an iCVV with {@link ServiceCode#CHIP}.
     */
    Cvv cvv(Pan pan, YearMonth expiry, ServiceCode code);

    /** Whether the presented value is the one of this card number, expiry and service code. */
    boolean verifyCvv(Pan pan, YearMonth expiry, ServiceCode code, Cvv presented);

    /** Makes what to store for a PIN. Covers its first four digits, as the algorithm has it. */
    Pvv pvv(Pan pan, Pin pin);

    /** Makes what to store for the PIN of a block: how a cardholder sets a PIN. */
    PinBlockOutcome<Pvv> pvv(Pan pan, EncryptedPinBlock block);

    /** Whether this PIN is the stored one's; false too if the reference's key is not there. */
    boolean verifyPin(Pan pan, Pin pin, Pvv reference);

    /** Whether the block holds the stored PIN. The PIN does not leave the module. */
    PinVerdict verifyPin(Pan pan, EncryptedPinBlock block, Pvv reference);

    /** Encrypts a PIN, as a terminal does. */
    EncryptedPinBlock encrypt(Pan pan, Pin pin, PinBlockFormat format);

    /** Turns a block of one format and key into one of another, for the same card number. */
    PinBlockOutcome<EncryptedPinBlock> translate(Pan pan, EncryptedPinBlock block, PinBlockFormat format);
}
