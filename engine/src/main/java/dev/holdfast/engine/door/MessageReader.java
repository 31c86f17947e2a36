package dev.holdfast.engine.door;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.iso8583.AdditionalAmount;
import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.OriginalData;
import dev.holdfast.engine.iso8583.ReplacementAmounts;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.network.Arrival;
import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.Links;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.Timing;
import dev.holdfast.engine.network.Trace;
import dev.holdfast.engine.network.Unfit;
import dev.holdfast.engine.payment.PaymentKind;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a message means. Every method throws {@link UnfitMessageException} where a field is missing or makes no sense. */
final class MessageReader {

    /** DE39 in a reversal: the response came too late. */
    private static final String RESPONSE_TOO_LATE = "68";

    /** DE54: the part of the amount that is handed out. */
    private static final String CASH_PART = "40";

    private final PrivateFields dialect;

    MessageReader(PrivateFields dialect) {
        this.dialect = dialect;
    }

    Arrival read(Message message, Instant receivedAt) {
        try {
            return understood(message, receivedAt);
        } catch (IllegalArgumentException unfit) {
            throw new UnfitMessageException(String.valueOf(unfit.getMessage()));
        }
    }

    private Arrival understood(Message message, Instant receivedAt) {
        MessageFunction function = Functions.of(message);
        Trace trace = trace(message);
        String retrieval = textOrEmpty(message, 37);
        return new Arrival(
                function,
                message.mti().isRepeat(),
                trace,
                retrieval,
                Presentations.read(message, dialect),
                links(message, retrieval),
                Places.read(message, amounts(message).transaction().currency()),
                content(message, function, trace),
                new Timing(TransmissionTime.of(message.text(7), receivedAt), receivedAt));
    }

    /** By what a message that is otherwise unfit can be told from others; empty if by nothing. */
    Optional<Unfit> identity(Message message, Instant receivedAt) {
        try {
            return Optional.of(new Unfit(
                    Functions.of(message),
                    trace(message),
                    textOrEmpty(message, 37),
                    new Timing(TransmissionTime.of(message.text(7), receivedAt), receivedAt)));
        } catch (UnfitMessageException nothing) {
            return Optional.empty();
        }
    }

    private static Trace trace(Message message) {
        return new Trace(
                required(message, 11), required(message, 7), textOrEmpty(message, 32), textOrEmpty(message, 33));
    }

    private Links links(Message message, String retrieval) {
        return new Links(
                dialect.network(),
                dialect.ownId(message),
                dialect.originalId(message),
                textOrEmpty(message, 38),
                retrieval);
    }

    private Arrival.ContentOf content(Message message, MessageFunction function, Trace trace) {
        Amounts amounts = amounts(message);
        return switch (function) {
            case AUTHORIZATION, FINANCIAL -> request(message, function, trace, amounts);
            case AUTHORIZATION_ADVICE -> advice(message, trace, amounts);
            case FINANCIAL_ADVICE -> presentment(message, trace, amounts);
            case REVERSAL, REVERSAL_ADVICE -> reversal(message, amounts);
            case NEGATIVE_ACKNOWLEDGEMENT ->
                (card, credentials) ->
                        new Content.AnswerVoid(original(message).orElse(trace).authorization(card));
            case CLEARING, VOID, EXPIRY, UNEXPIRY, APPROVAL ->
                throw new UnfitMessageException("no message of a network");
        };
    }

    private Arrival.ContentOf request(Message message, MessageFunction function, Trace trace, Amounts amounts) {
        TransactionType type = TransactionTypes.of(message, amounts);
        boolean single = function == MessageFunction.FINANCIAL;
        AuthorizationRequest asked = new AuthorizationRequest(
                type,
                single ? PaymentKind.FINAL_AUTHORIZATION : kind(message),
                dialect.isIncrement(message),
                dialect.allowsPartialApproval(message),
                amounts);
        return (card, credentials) -> new Content.Request(trace.authorization(card), asked, single, credentials);
    }

    private PaymentKind kind(Message message) {
        return dialect.isPreAuthorization(message) ? PaymentKind.PRE_AUTHORIZATION : PaymentKind.FINAL_AUTHORIZATION;
    }

    private Arrival.ContentOf advice(Message message, Trace trace, Amounts amounts) {
        Trace original = original(message).orElse(trace);
        String code = required(message, 39);
        boolean approved = code.equals("00") || code.equals("10");
        boolean spends = TransactionTypes.of(message, amounts).spends();
        PaymentKind kind = kind(message);
        return (card, credentials) ->
                new Content.Advice(original.authorization(card), kind, approved && spends, amounts);
    }

    private Arrival.ContentOf presentment(Message message, Trace trace, Amounts amounts) {
        boolean refund = givesToCustomer(message, amounts);
        boolean last = dialect.isLastCapture(message);
        return (card, credentials) -> refund
                ? new Content.Refund(trace.presentment(card), amounts)
                : new Content.Presentment(trace.presentment(card), amounts, last);
    }

    /** Whether what is presented goes to the customer: a refund, or a payment to the card. */
    private static boolean givesToCustomer(Message message, Amounts amounts) {
        return switch (TransactionTypes.of(message, amounts)) {
            case REFUND, PAYMENT -> true;
            case PURCHASE, CASH, CASHBACK, QUASI_CASH, ACCOUNT_VERIFICATION -> false;
            case BALANCE_INQUIRY -> throw UnfitMessageException.field(3, "is nothing that is presented");
        };
    }

    private Arrival.ContentOf reversal(Message message, Amounts amounts) {
        Optional<Trace> original = original(message);
        boolean ofPresentment = original.isPresent() && originalType(message).startsWith("022");
        if (ofPresentment) {
            boolean refund = givesToCustomer(message, amounts);
            return (card, credentials) -> {
                String reference = original.get().presentment(card);
                return refund ? new Content.RefundReversal(reference) : new Content.PresentmentReversal(reference);
            };
        }
        if (original.isPresent() && RESPONSE_TOO_LATE.equals(message.find(39))) {
            return (card, credentials) -> new Content.AnswerVoid(original.get().authorization(card));
        }
        long left = left(message, amounts);
        return (card, credentials) -> {
            @Nullable
            UUID authorization =
                    original.map(trace -> trace.authorization(card)).orElse(null);
            return new Content.Reversal(authorization, amounts, left);
        };
    }

    /** DE95 in the billing currency; where the dialect says it in the merchant's only, both must be one. */
    private static long left(Message message, Amounts amounts) {
        ReplacementAmounts replacement = ReplacementAmounts.of(message);
        if (replacement == null || replacement.isFull()) {
            return 0;
        }
        if (replacement.billing().orElse(0) > 0) {
            return replacement.billing().getAsLong();
        }
        boolean oneCurrency =
                amounts.billing().currency().equals(amounts.transaction().currency());
        if (!oneCurrency) {
            throw UnfitMessageException.field(95, "says nothing in the billing currency");
        }
        return replacement.transaction();
    }

    private static Optional<Trace> original(Message message) {
        OriginalData data = OriginalData.of(message);
        if (data == null) {
            return Optional.empty();
        }
        Trace trace = new Trace(data.traceNumber(), data.transmitted(), data.acquirer(), data.forwarder());
        return trace.isUnknown() ? Optional.empty() : Optional.of(trace);
    }

    private static String originalType(Message message) {
        OriginalData data = OriginalData.of(message);
        return data == null ? "" : data.messageType();
    }

    private static Amounts amounts(Message message) {
        Money transaction = money(message, 4, 49);
        boolean billed = message.has(6) && message.has(51);
        Money billing = billed ? money(message, 6, 51) : transaction;
        long cash = AdditionalAmount.of(message).stream()
                .filter(amount -> amount.amountType().equals(CASH_PART))
                .mapToLong(AdditionalAmount::minor)
                .findFirst()
                .orElse(0);
        return new Amounts(billing, transaction, cash);
    }

    private static Money money(Message message, int amount, int currency) {
        String code = required(message, currency);
        required(message, amount);
        return Currency.ofNumber(code)
                .map(known -> new Money(message.number(amount), known))
                .orElseThrow(() -> UnfitMessageException.field(currency, "is no currency"));
    }

    private static String required(Message message, int field) {
        String text = message.find(field);
        if (text == null) {
            throw UnfitMessageException.field(field, "is missing");
        }
        return text;
    }

    private static String textOrEmpty(Message message, int field) {
        String text = message.find(field);
        return text == null ? "" : text.strip();
    }
}
