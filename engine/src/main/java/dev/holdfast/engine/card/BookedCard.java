package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.hsm.Pvv;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A card in the book. Mutable; changed by {@link CardShelf} only, and confined to its batch. */
public final class BookedCard {

    private final AccountId account;
    private final UUID id;
    private final String maskedNumber;
    private final CardFacts facts;
    private final Instant issuedAt;
    private State state;

    /**
     * A card's changing part.
     *
     * @param statusChanges how many changes of status there were
     * @param pvv what its PIN is verified by; null if it has none yet
     * @param pinFailures wrong PINs in a row
     */
    record State(
            CardStatus status, int statusChanges, @Nullable Pvv pvv, int pinFailures, BillingAddress address) {

        State withStatus(CardStatus changed) {
            return new State(changed, statusChanges + 1, pvv, pinFailures, address);
        }

        State withPvv(Pvv changed) {
            return new State(status, statusChanges, changed, 0, address);
        }

        State withPinFailures(int failures) {
            return new State(status, statusChanges, pvv, failures, address);
        }
    }

    BookedCard(AccountId account, UUID id, String maskedNumber, CardFacts facts, Instant issuedAt, State state) {
        this.account = account;
        this.id = id;
        this.maskedNumber = maskedNumber;
        this.facts = facts;
        this.issuedAt = issuedAt;
        this.state = state;
    }

    State state() {
        return state;
    }

    void setState(State changed) {
        state = changed;
    }

    public AccountId account() {
        return account;
    }

    public UUID id() {
        return id;
    }

    /** What of its number may be shown. */
    public String maskedNumber() {
        return maskedNumber;
    }

    public CardFacts facts() {
        return facts;
    }

    /** Database time. */
    public Instant issuedAt() {
        return issuedAt;
    }

    public CardStatus status() {
        return state.status();
    }

    /** Whether it is past its date. */
    public boolean expired(LocalDate today) {
        return CardPolicy.expired(facts.expiry(), today);
    }

    /** What its PIN is verified by; null if it has none yet. */
    public @Nullable Pvv pvv() {
        return state.pvv();
    }

    /** Whether a PIN may no longer be tried. */
    public boolean pinTriesExceeded() {
        return CardPolicy.pinTriesExceeded(state.pinFailures());
    }

    public BillingAddress address() {
        return state.address();
    }
}
