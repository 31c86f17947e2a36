package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.payment.BookedPayment;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.Payment;
import dev.holdfast.engine.payment.PaymentShelf;
import dev.holdfast.engine.payment.Reference;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes what a message states: nobody asks for it, so funds, card and controls are not looked at. Only what contradicts an
 * earlier message, or cannot be posted at all, is refused.
 */
final class StatementTaking {

    private final Desk desk;
    private final NetworkMessage message;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

    StatementTaking(Desk desk) {
        this.desk = desk;
        this.message = desk.message();
    }

    MessageOutcome take() {
        Optional<BookedPayment> payment = payment();
        if (payment.isEmpty()) {
            return recorded(null);
        }
        Optional<Fact> fact = fact(payment.get());
        if (fact.isEmpty()) {
            if (message.content() instanceof Content.Expiry) {
                flags.add(Flag.NOT_DUE);
            } else if (message.content() instanceof Content.Unexpiry) {
                flags.add(Flag.KNOWN_BEFORE);
            }
            return recorded(payment.get());
        }
        Optional<DeclineReason> refused = check(payment.get(), fact.get());
        if (refused.isPresent()) {
            return refused(payment.get(), refused.get());
        }
        state(payment.get(), fact.get());
        return recorded(payment.get());
    }

    private Optional<BookedPayment> payment() {
        if (message.content() instanceof Content.Expiry expiry) {
            return desk.payments().findById(desk.account(), expiry.payment());
        }
        if (message.content() instanceof Content.Unexpiry unexpiry) {
            return desk.payments().findById(desk.account(), unexpiry.payment());
        }
        if (message.content() instanceof Content.Noted) {
            return Optional.empty();
        }
        Optional<PaymentShelf.Found> found = desk.find();
        if (found.isPresent()) {
            if (found.get().guessed()) {
                flags.add(Flag.GUESSED);
            }
            return Optional.of(found.get().payment());
        }
        List<Reference> names = message.names();
        if (names.isEmpty()) {
            flags.add(Flag.UNMATCHED);
            return Optional.empty();
        }
        return Optional.of(desk.open(names));
    }

    /** What the message states of this payment; empty if it is for the record only. */
    private Optional<Fact> fact(BookedPayment payment) {
        return message.content() instanceof Content.Expiry && !due(payment)
                ? Optional.empty()
                : StatedFact.of(message.content(), payment.payment());
    }

    /** The clock speaks of what was due when it looked; an increment may have come since. */
    private boolean due(BookedPayment payment) {
        Instant expiresAt = payment.expiresAt();
        return expiresAt != null && !expiresAt.isAfter(desk.now());
    }

    private Optional<DeclineReason> check(BookedPayment payment, Fact fact) {
        Currency currency = payment.balance().currency();
        Amounts amounts = message.content().amounts();
        if (amounts != null && !amounts.billing().currency().equals(currency)) {
            return Optional.of(DeclineReason.CURRENCY_MISMATCH);
        }
        if (!payment.payment().hasRoomFor(fact)) {
            return Optional.of(DeclineReason.PAYMENT_CLOSED);
        }
        return payment.payment().with(fact).isEmpty() ? Optional.of(DeclineReason.CONTRADICTION) : Optional.empty();
    }

    private void state(BookedPayment payment, Fact fact) {
        Payment before = payment.payment();
        if (!desk.state(payment, fact, true)) {
            flags.add(Flag.KNOWN_BEFORE);
            return;
        }
        Payment after = payment.payment();
        if (message.content() instanceof Content.Presentment) {
            flagPresentment(before, after);
        }
        if (message.content() instanceof Content.Reversal reversal) {
            flagReversal(reversal, before, after);
        }
        countForced(before, after);
    }

    private void flagPresentment(Payment before, Payment after) {
        if (after.authorizations().isEmpty()) {
            flags.add(Flag.UNAUTHORIZED);
        } else if (after.captured() > tolerated(after.approved())) {
            flags.add(Flag.OVER_CAPTURED);
        }
        if (before.expired()) {
            flags.add(Flag.AFTER_EXPIRY);
        }
    }

    private long tolerated(long approved) {
        Place place = message.place();
        int percent = place == null
                ? 0
                : desk.program().tolerancePercent(place.merchant().mcc());
        return Math.addExact(approved, approved / 100 * percent + approved % 100 * percent / 100);
    }

    private void flagReversal(Content.Reversal reversal, Payment before, Payment after) {
        UUID authorization = reversal.authorization();
        boolean known = authorization == null
                ? !before.authorizations().isEmpty()
                : before.authorizations().contains(authorization);
        if (!known) {
            flags.add(Flag.AHEAD_OF_ORIGINAL);
        } else if (after.captured() > after.approved()) {
            flags.add(Flag.OVER_REVERSED);
        }
    }

    /** What the network makes the customer spend beyond what was counted when it was approved. */
    private void countForced(Payment before, Payment after) {
        Content content = message.content();
        if (content instanceof Content.Presentment) {
            long beyond = beyondApproved(after) - beyondApproved(before);
            if (beyond > 0) {
                Velocities.consume(desk, message.id(), !after.authorizations().isEmpty(), beyond, 0);
            }
        } else if (content instanceof Content.Advice advice) {
            long more = after.approved(advice.authorization()) - before.approved(advice.authorization());
            boolean counted = before.approved(advice.authorization()) > 0;
            if (more > 0) {
                Velocities.consume(desk, adviceUse(advice, before), counted, more, 0);
            }
        }
    }

    /** An advice that corrects another one counts the difference as its own. */
    private UUID adviceUse(Content.Advice advice, Payment before) {
        return before.advised(advice.authorization()).isPresent()
                ? message.id()
                : Velocities.adviceUse(advice.authorization());
    }

    private static long beyondApproved(Payment payment) {
        return Math.max(0, payment.captured() - payment.approved());
    }

    private MessageOutcome refused(BookedPayment payment, DeclineReason reason) {
        return MessageOutcome.declined(
                payment.payment().facts().isEmpty() ? null : payment.id(),
                DecidedBy.ISSUER,
                List.of(Finding.of(reason)),
                desk.funds(payment.balance()));
    }

    private MessageOutcome recorded(@Nullable BookedPayment payment) {
        UUID id = payment == null || payment.payment().facts().isEmpty() ? null : payment.id();
        return new MessageOutcome(
                id,
                Response.TAKEN,
                DecidedBy.NETWORK,
                List.of(),
                flags,
                0,
                desk.funds(desk.owner().defaultBalance()),
                null,
                null,
                List.of(),
                false);
    }
}
