package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.JournalEntry;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * The facts of one payment.
 *
 * @param facts what its messages have stated; no two contradict each other
 */
public record Payment(Set<Fact> facts) {

    /** A hotel's payment has some tens of messages; what comes to this many is not a payment. */
    public static final int MAX_FACTS = 1_000;

    public Payment {
        facts = Set.copyOf(facts);
    }

    /** A payment of which nothing is known yet. */
    public static final Payment NEW = new Payment(Set.of());

    /**
     * Adds a fact.
     *
     * @return the payment with it; empty if it contradicts a fact that is known, which stands
     * @throws IllegalStateException if the payment has {@link #MAX_FACTS} facts
     */
    public Optional<Payment> with(Fact fact) {
        if (facts.contains(fact)) {
            return Optional.of(this);
        }
        if (facts.stream().anyMatch(known -> contradicts(known, fact))) {
            return Optional.empty();
        }
        if (facts.size() >= MAX_FACTS) {
            throw new IllegalStateException("a payment with too many facts");
        }
        Set<Fact> more = new HashSet<>(facts);
        more.add(fact);
        return Optional.of(new Payment(more));
    }

    /** One message states one amount; several reversals of one authorization may leave less and less of it. */
    private static boolean contradicts(Fact known, Fact added) {
        if (known instanceof Fact.Approved one && added instanceof Fact.Approved other) {
            return one.authorization().equals(other.authorization());
        }
        if (known instanceof Fact.Captured one && added instanceof Fact.Captured other) {
            return one.reference().equals(other.reference());
        }
        return known instanceof Fact.Refunded one
                && added instanceof Fact.Refunded other
                && one.reference().equals(other.reference());
    }

    /** What the facts come to. */
    public Position position() {
        long captured = captured();
        long claimed = closed() ? captured : Math.max(captured, approved());
        return switch (kind()) {
            case PRE_AUTHORIZATION -> new Position(claimed - captured, captured, refunded());
            case FINAL_AUTHORIZATION -> new Position(0, claimed, refunded());
        };
    }

    /** Whether a journal entry is a step of the payment that its transaction names, and not a caller's own. */
    public static boolean posted(JournalEntry entry) {
        return entry.fingerprint()
                .equals(PaymentPostings.fingerprint(entry.references().idempotencyKey()));
    }

    /** How the money is taken: at once, as soon as one of the authorizations is final. */
    public PaymentKind kind() {
        boolean ended = facts.stream()
                .anyMatch(fact ->
                        fact instanceof Fact.Approved approved && approved.kind() == PaymentKind.FINAL_AUTHORIZATION);
        return ended ? PaymentKind.FINAL_AUTHORIZATION : PaymentKind.PRE_AUTHORIZATION;
    }

    /** What is approved once reversals are taken off, in minor units. */
    public long approved() {
        return sum(
                Fact.Approved.class,
                approved -> Math.min(
                        approved.amount(), left(approved.authorization()).orElse(approved.amount())));
    }

    /** What reversals leave of an authorization, whether or not it is known yet; empty if none reverses it. */
    public OptionalLong left(UUID authorization) {
        return facts.stream()
                .filter(fact -> fact instanceof Fact.Reversed reversed
                        && reversed.authorization().equals(authorization))
                .mapToLong(fact -> ((Fact.Reversed) fact).left())
                .min();
    }

    /** Whether more is approved than the payment will ever set aside, because it is over. */
    public boolean approvesInVain() {
        return closed() && approved() > captured();
    }

    private long captured() {
        return sum(Fact.Captured.class, captured -> stands(captured) ? captured.amount() : 0);
    }

    /** Whether nothing more may be taken under the authorization. */
    private boolean closed() {
        return facts.contains(new Fact.Expired())
                || facts.stream()
                        .anyMatch(
                                fact -> fact instanceof Fact.Captured captured && captured.last() && stands(captured));
    }

    private boolean stands(Fact.Captured captured) {
        return !facts.contains(new Fact.CaptureReversed(captured.reference()));
    }

    private long refunded() {
        return sum(
                Fact.Refunded.class,
                refunded -> facts.contains(new Fact.RefundReversed(refunded.reference())) ? 0 : refunded.amount());
    }

    private <F extends Fact> long sum(Class<F> type, ToLongFunction<F> amount) {
        return facts.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .mapToLong(amount)
                .reduce(0, Math::addExact);
    }
}
