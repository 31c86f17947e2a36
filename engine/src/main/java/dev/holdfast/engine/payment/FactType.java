package dev.holdfast.engine.payment;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.UUID;

/** How a fact is stored: a type, what it refers to, an amount, a mark. */
enum FactType {
    PRE_AUTHORIZED("authorization"),
    AUTHORIZED("authorization"),
    REVERSED("authorization"),
    CAPTURED("presentment"),
    LAST_CAPTURED("presentment"),
    CAPTURE_REVERSED("presentment"),
    REFUNDED("refund"),
    REFUND_REVERSED("refund"),
    EXPIRED("");

    private final String subject;

    FactType(String subject) {
        this.subject = subject;
    }

    /** What its reference refers to. */
    String subject() {
        return subject;
    }

    /**
     * A fact as a row.
     *
     * @param ref what it is about, within the payment; empty for an expiry
     * @param amountMinor zero where the fact has none
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
        if (fact instanceof Fact.Reversed reversed) {
            return new Row(REVERSED, reversed.authorization().toString(), reversed.left());
        }
        if (fact instanceof Fact.Captured captured) {
            return new Row(captured.last() ? LAST_CAPTURED : CAPTURED, captured.reference(), captured.amount());
        }
        if (fact instanceof Fact.CaptureReversed reversed) {
            return new Row(CAPTURE_REVERSED, reversed.reference(), 0);
        }
        if (fact instanceof Fact.Refunded refunded) {
            return new Row(REFUNDED, refunded.reference(), refunded.amount());
        }
        return fact instanceof Fact.RefundReversed reversed
                ? new Row(REFUND_REVERSED, reversed.reference(), 0)
                : new Row(EXPIRED, "", 0);
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
            case REVERSED -> new Fact.Reversed(UUID.fromString(ref), amountMinor);
            case CAPTURED -> new Fact.Captured(ref, amountMinor, false);
            case LAST_CAPTURED -> new Fact.Captured(ref, amountMinor, true);
            case CAPTURE_REVERSED -> new Fact.CaptureReversed(ref);
            case REFUNDED -> new Fact.Refunded(ref, amountMinor);
            case REFUND_REVERSED -> new Fact.RefundReversed(ref);
            case EXPIRED -> new Fact.Expired();
        };
    }
}
