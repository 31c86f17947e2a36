package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Amounts;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.notification.OutboxShelf;
import dev.holdfast.engine.payment.BookedPayment;
import dev.holdfast.engine.payment.Fact;
import dev.holdfast.engine.payment.FoundPayment;
import dev.holdfast.engine.payment.Payment;
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
        Optional<FoundPayment> payment = payment();
        if (payment.isEmpty()) {
            return recorded(null);
        }
        FoundPayment found = payment.get();
        Optional<Fact> fact = fact(found);
        if (fact.isEmpty()) {
            if (message.content() instanceof Content.Expiry) {
                flags.add(Flag.NOT_DUE);
            } else if (message.content() instanceof Content.Unexpiry) {
                flags.add(Flag.KNOWN_BEFORE);
            } else if (message.content() instanceof Content.AnswerVoid) {
                flags.add(Flag.ANSWERED_ELSEWHERE);
            }
            return recorded(found.payment());
        }
        Optional<DeclineReason> refused = check(found, fact.get());
        if (refused.isPresent()) {
            return refused(found.payment(), refused.get());
        }
        state(found, fact.get());
        return recorded(found.payment());
    }

    private Optional<FoundPayment> payment() {
        if (message.content() instanceof Content.Expiry expiry) {
            return byId(expiry.payment());
        }
        if (message.content() instanceof Content.Unexpiry unexpiry) {
            return byId(unexpiry.payment());
        }
        if (message.content() instanceof Content.Noted) {
            return Optional.empty();
        }
        Optional<FoundPayment> found = desk.find();
        if (found.isPresent()) {
            if (found.get().guessed()) {
                flags.add(Flag.GUESSED);
            }
            return found;
        }
        if (desk.names().own().isEmpty()) {
            flags.add(Flag.UNMATCHED);
            return Optional.empty();
        }
        return Optional.of(desk.open());
    }

    private Optional<FoundPayment> byId(UUID payment) {
        return desk.payments().findById(desk.account(), payment).map(found -> FoundPayment.whole(found, false));
    }

    /** What the message states of this payment; empty if it is for the record only. */
    private Optional<Fact> fact(FoundPayment found) {
        boolean tooEarly = message.content() instanceof Content.Expiry && !due(found.payment());
        return tooEarly || anothersAnswer() ? Optional.empty() : StatedFact.of(message.content(), found.known());
    }

    /** Whether what it would take back is the answer that another process gave to a repeat. */
    private boolean anothersAnswer() {
        if (!(message.content() instanceof Content.AnswerVoid own) || own.request() == null) {
            return false;
        }
        MessageShelf.Answered answered = desk.book().shelf(MessageShelf.KIND).answered(desk.account(), own.request());
        return answered != null && !answered.answers(message);
    }

    /** The clock speaks of what was due when it looked; an increment may have come since. */
    private boolean due(BookedPayment payment) {
        Instant expiresAt = payment.expiresAt();
        return expiresAt != null && !expiresAt.isAfter(desk.now());
    }

    private Optional<DeclineReason> check(FoundPayment found, Fact fact) {
        Currency currency = found.payment().balance().currency();
        Amounts amounts = message.content().amounts();
        if (amounts != null && !amounts.billing().currency().equals(currency)) {
            return Optional.of(DeclineReason.CURRENCY_MISMATCH);
        }
        if (!found.known().hasRoomFor(fact)) {
            return Optional.of(DeclineReason.PAYMENT_CLOSED);
        }
        return found.known().with(fact).isEmpty() ? Optional.of(DeclineReason.CONTRADICTION) : Optional.empty();
    }

    private void state(FoundPayment found, Fact fact) {
        Payment before = found.known();
        if (before.facts().contains(fact)) {
            flags.add(Flag.KNOWN_BEFORE);
        }
        if (!found.joining().isEmpty()) {
            flags.add(Flag.JOINED);
        }
        if (!desk.state(found, fact, true)) {
            return;
        }
        Payment after = found.payment().payment();
        if (message.content() instanceof Content.Presentment) {
            flagPresentment(before, after);
        }
        if (message.content() instanceof Content.Reversal reversal) {
            flagReversal(reversal, before, after);
            ReversalNotice.of(desk, reversal, found.payment(), before)
                    .ifPresent(desk.book().shelf(OutboxShelf.KIND)::add);
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
