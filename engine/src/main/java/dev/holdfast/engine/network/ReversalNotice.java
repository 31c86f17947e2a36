package dev.holdfast.engine.network;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.notification.Notification;
import dev.holdfast.engine.notification.NotificationType;
import dev.holdfast.engine.payment.BookedPayment;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.Payment;
import dev.holdfast.engine.payment.PaymentKind;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;

/**
 * What a tenant is told when a reversal takes back something that was approved. Of a reversal that came first nothing is
 * told: what it reverses is declined when it comes. Settlement amounts are not told: no message carries them here.
 */
final class ReversalNotice {

    /** DE10 has seven. */
    private static final MathContext RATE_DIGITS = new MathContext(10);

    private final Content.Reversal reversal;
    private final NetworkMessage message;
    private final BookedPayment payment;
    private final Payment before;
    private final long reversedMinor;

    private ReversalNotice(
            Content.Reversal reversal, NetworkMessage message, BookedPayment payment, Payment before, long reversed) {
        this.reversal = reversal;
        this.message = message;
        this.payment = payment;
        this.before = before;
        this.reversedMinor = reversed;
    }

    /** @param before what was known of the payment before the message was taken */
    static Optional<Notification> of(Desk desk, Content.Reversal reversal, BookedPayment payment, Payment before) {
        long reversed = before.approved() - payment.payment().approved();
        if (reversed <= 0) {
            return Optional.empty();
        }
        NetworkMessage message = desk.message();
        UUID id = Digest.of("reversal-notice").with(message.id()).toUuid();
        ReversalNotice notice = new ReversalNotice(reversal, message, payment, before, reversed);
        NotificationType type =
                notice.isFinal() ? NotificationType.FINAL_AUTH_REVERSED : NotificationType.PRE_AUTH_REVERSED;
        return Optional.of(Notification.of(desk.owner().key(), id, type, desk.now(), json -> notice.write(json, id)));
    }

    private boolean isFinal() {
        return before.kind() == PaymentKind.FINAL_AUTHORIZATION;
    }

    private void write(JsonGenerator json, UUID id) throws IOException {
        UUID authorization = reversal.authorization();
        json.writeStringField("notification_id", id.toString());
        json.writeStringField("transaction_id", payment.id().toString());
        // What an approval is answered with, and so what the tenant knows it by.
        json.writeStringField("tenant_reference_id", (authorization == null ? payment.id() : authorization).toString());
        Links links = message.links();
        optional(json, "network_transaction_ref", links.original().isEmpty() ? links.own() : links.original());
        optional(json, "network_message_ref", links.retrieval());
        amounts(json);
        Place place = message.place();
        String country = place == null ? null : place.merchant().country();
        optional(json, "network_merchant_country_code", country == null ? "" : country);
        if (isFinal()) {
            json.writeBooleanField("is_converted_pre_auth", wasPreAuthorized());
        }
    }

    /** The billing amount is exact; the merchant's is the part of its amount that the billing amount is of its own. */
    private void amounts(JsonGenerator json) throws IOException {
        Amounts stated = reversal.amounts();
        Money billed = new Money(reversedMinor, payment.balance().currency());
        Money asked = stated.transaction();
        boolean same = asked.currency().equals(billed.currency());
        BigDecimal rate = same ? BigDecimal.ONE : rate(stated);
        if (same) {
            money(json, "amount", "currency", billed);
        } else if (rate.signum() > 0) {
            BigDecimal major = billed.toMajor()
                    .divide(rate, MathContext.DECIMAL64)
                    .setScale(asked.currency().digits(), RoundingMode.HALF_EVEN);
            money(json, "amount", "currency", Money.ofMajor(major, asked.currency()));
        }
        money(json, "billing_amount", "billing_currency_code", billed);
        if (rate.signum() > 0) {
            json.writeNumberField("billing_exchange_rate", rate);
        }
    }

    /** Zero if the message has no amounts to tell it from. */
    private static BigDecimal rate(Amounts stated) {
        BigDecimal asked = stated.transaction().toMajor();
        if (asked.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal rate = stated.billing().toMajor().divide(asked, RATE_DIGITS).stripTrailingZeros();
        return rate.scale() < 0 ? rate.setScale(0) : rate;
    }

    private static void money(JsonGenerator json, String amount, String currency, Money money) throws IOException {
        json.writeNumberField(amount, money.toMajor());
        json.writeStringField(currency, money.currency().code());
    }

    private boolean wasPreAuthorized() {
        return before.facts().stream()
                .anyMatch(fact -> (fact instanceof Fact.Approved approved
                                && approved.kind() == PaymentKind.PRE_AUTHORIZATION)
                        || (fact instanceof Fact.Advised advised && advised.kind() == PaymentKind.PRE_AUTHORIZATION));
    }

    private static void optional(JsonGenerator json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
