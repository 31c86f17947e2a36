package dev.holdfast.engine.payment;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.UUID;

/** How a fact is stored: a type, what it refers to, an amount, a mark. */
enum FactType {
    PRE_AUTHORIZED,
    AUTHORIZED,
    PRE_ADVISED,
    ADVISED,
    ANSWER_VOIDED,
    REVERSED,
    ALL_REVERSED,
    CAPTURED,
    LAST_CAPTURED,
    CAPTURE_REVERSED,
    REFUNDED,
    REFUND_REVERSED,
    ADJUSTED,
    EXPIRED,
    UNEXPIRED;

    /**
     * A fact as a row.
     *
     * @param ref what it is about, within the payment; empty if that is all of it
     * @param amountMinor zero where the fact has none; below zero only for an adjustment
     */
    record Row(FactType type, String ref, long amountMinor) {}

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Row toRow(Fact fact) {
        if (fact instanceof Fact.Approved approved) {
            FactType type = approved.kind() == PaymentKind.PRE_AUTHORIZATION ? PRE_AUTHORIZED : AUTHORIZED;
            return new Row(type, approved.authorization().toString(), approved.amount());
        }
        if (fact instanceof Fact.Advised advised) {
            FactType type = advised.kind() == PaymentKind.PRE_AUTHORIZATION ? PRE_ADVISED : ADVISED;
            return new Row(type, advised.authorization().toString(), advised.amount());
        }
        if (fact instanceof Fact.Captured captured) {
            return new Row(captured.last() ? LAST_CAPTURED : CAPTURED, captured.reference(), captured.amount());
        }
        return fact instanceof Fact.Reversed || fact instanceof Fact.AllReversed || fact instanceof Fact.AnswerVoided
                ? takingAuthorizationsBack(fact)
                : others(fact);
    }

    private static Row takingAuthorizationsBack(Fact fact) {
        if (fact instanceof Fact.Reversed reversed) {
            return new Row(REVERSED, reversed.authorization().toString(), reversed.left());
        }
        return fact instanceof Fact.AllReversed reversed
                ? new Row(ALL_REVERSED, "", reversed.left())
                : new Row(
                        ANSWER_VOIDED,
                        ((Fact.AnswerVoided) fact).authorization().toString(),
                        0);
    }

    private static Row others(Fact fact) {
        if (fact instanceof Fact.CaptureReversed reversed) {
            return new Row(CAPTURE_REVERSED, reversed.reference(), 0);
        }
        if (fact instanceof Fact.Refunded refunded) {
            return new Row(REFUNDED, refunded.reference(), refunded.amount());
        }
        if (fact instanceof Fact.RefundReversed reversed) {
            return new Row(REFUND_REVERSED, reversed.reference(), 0);
        }
        if (fact instanceof Fact.Adjusted adjusted) {
            return new Row(ADJUSTED, adjusted.reference(), adjusted.amount());
        }
        return fact instanceof Fact.Expired expired
                ? new Row(EXPIRED, Integer.toString(expired.number()), 0)
                : new Row(UNEXPIRED, Integer.toString(((Fact.Unexpired) fact).number()), 0);
    }

    /**
     * Reads a stored fact.
     *
     * @throws IllegalArgumentException if it is not one that was stored by {@link #toRow}
     */
    static Fact toFact(@Nullable String label, String ref, long amountMinor) {
        return switch (valueOf(String.valueOf(label).toUpperCase(Locale.ROOT))) {
            case PRE_AUTHORIZED -> new Fact.Approved(UUID.fromString(ref), PaymentKind.PRE_AUTHORIZATION, amountMinor);
            case AUTHORIZED -> new Fact.Approved(UUID.fromString(ref), PaymentKind.FINAL_AUTHORIZATION, amountMinor);
            case PRE_ADVISED -> new Fact.Advised(UUID.fromString(ref), PaymentKind.PRE_AUTHORIZATION, amountMinor);
            case ADVISED -> new Fact.Advised(UUID.fromString(ref), PaymentKind.FINAL_AUTHORIZATION, amountMinor);
            case ANSWER_VOIDED -> new Fact.AnswerVoided(UUID.fromString(ref));
            case REVERSED -> new Fact.Reversed(UUID.fromString(ref), amountMinor);
            case ALL_REVERSED -> new Fact.AllReversed(amountMinor);
            case CAPTURED -> new Fact.Captured(ref, amountMinor, false);
            case LAST_CAPTURED -> new Fact.Captured(ref, amountMinor, true);
            case CAPTURE_REVERSED -> new Fact.CaptureReversed(ref);
            case REFUNDED -> new Fact.Refunded(ref, amountMinor);
            case REFUND_REVERSED -> new Fact.RefundReversed(ref);
            case ADJUSTED -> new Fact.Adjusted(ref, amountMinor);
            case EXPIRED -> new Fact.Expired(Integer.parseInt(ref));
            case UNEXPIRED -> new Fact.Unexpired(Integer.parseInt(ref));
        };
    }
}
