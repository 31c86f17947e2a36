package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.JournalEntry;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;

import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;

/**
 * The facts of one payment.
 *
 * @param facts what its messages have stated; no two contradict each other
 */
public record Payment(Set<Fact> facts) {

    /** A hotel's payment has some tens of messages; what comes to this many is not a payment. */
    public static final int MAX_FACTS = 1_000;

    /** Of these for what ends a claim: reversals, voids, expiries. Nothing else may keep money from being given back. */
    private static final int ROOM_TO_END = 100;

    public Payment {
        facts = Set.copyOf(facts);
    }

    /** A payment of which nothing is known yet. */
    public static final Payment NEW = new Payment(Set.of());

    /**
     * Adds a fact.
     *
     * @return the payment with it; empty if it contradicts a fact that is known, which stands
     * @throws IllegalStateException if the payment has {@link #MAX_FACTS} facts; see {@link #hasRoomFor}
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

    /**
     * Joins the facts of another payment that turns out to be this one.
     *
     * @return empty if they cannot be one: both were authorized, one contradicts the other, or the facts are too many
     */
    public Optional<Payment> join(Payment other) {
        boolean bothAuthorized =
                !authorizations().isEmpty() && !other.authorizations().isEmpty();
        // With one fact more if the other has expired.
        boolean tooMany = facts.size() + other.facts.size() >= MAX_FACTS - ROOM_TO_END;
        if (bothAuthorized || tooMany) {
            return Optional.empty();
        }
        Optional<Payment> joined = Optional.of(this);
        for (Fact fact : other.facts) {
            // Counted within each payment, so that the numbers of two say nothing together.
            if (!(fact instanceof Fact.Expired) && !(fact instanceof Fact.Unexpired)) {
                joined = joined.flatMap(known -> known.with(fact));
            }
        }
        return other.expired() && !expired()
                ? joined.flatMap(known -> known.with(new Fact.Expired(expiries() + 1)))
                : joined;
    }

    /** Whether it knows the fact or may come to know it. */
    public boolean hasRoomFor(Fact fact) {
        boolean ends = fact instanceof Fact.Reversed
                || fact instanceof Fact.AllReversed
                || fact instanceof Fact.AnswerVoided
                || fact instanceof Fact.Expired;
        return facts.contains(fact) || facts.size() < (ends ? MAX_FACTS : MAX_FACTS - ROOM_TO_END);
    }

    /** One message states one amount; several reversals of one authorization may leave less and less of it. */
    private static boolean contradicts(Fact known, Fact added) {
        if (known instanceof Fact.Approved one && added instanceof Fact.Approved other) {
            return one.authorization().equals(other.authorization());
        }
        if (known instanceof Fact.Captured one && added instanceof Fact.Captured other) {
            return one.reference().equals(other.reference());
        }
        if (known instanceof Fact.Adjusted one && added instanceof Fact.Adjusted other) {
            return one.reference().equals(other.reference());
        }
        return known instanceof Fact.Refunded one
                && added instanceof Fact.Refunded other
                && one.reference().equals(other.reference());
    }

    /** What the facts come to. A capture that is taken back returns to the hold, or where nothing is held to the customer. */
    public Position position() {
        long captured = captured();
        long adjusted = sum(Fact.Adjusted.class, Fact.Adjusted::amount);
        long unpresented = kind() == FINAL_AUTHORIZATION ? approved() - takenBack() : approved();
        long claimed = closed() ? captured : Math.max(captured, unpresented);
        return switch (kind()) {
            case PRE_AUTHORIZATION -> new Position(claimed - captured, captured, refunded(), adjusted);
            case FINAL_AUTHORIZATION -> new Position(0, claimed, refunded(), adjusted);
        };
    }

    /** Whether a journal entry is a step of the payment that its transaction names, and not a caller's own. */
    public static boolean posted(JournalEntry entry) {
        return entry.fingerprint()
                .equals(PaymentPostings.fingerprint(entry.references().idempotencyKey()));
    }

    /**
     * How the money is taken: at once, as soon as one of the authorizations is final. Where nothing is authorized nothing
     * is held either.
     */
    public PaymentKind kind() {
        PaymentKind kind = FINAL_AUTHORIZATION;
        for (Fact fact : facts) {
            @Nullable PaymentKind of = kindOf(fact);
            if (of == FINAL_AUTHORIZATION) {
                return of;
            }
            kind = of == null ? kind : of;
        }
        return kind;
    }

    private static @Nullable PaymentKind kindOf(Fact fact) {
        if (fact instanceof Fact.Approved approved) {
            return approved.kind();
        }
        return fact instanceof Fact.Advised advised ? advised.kind() : null;
    }

    /** What is approved once reversals are taken off, in minor units. */
    public long approved() {
        long approved = 0;
        for (UUID authorization : authorizations()) {
            approved = Math.addExact(approved, approved(authorization));
        }
        for (Fact fact : facts) {
            if (fact instanceof Fact.AllReversed reversed) {
                approved = Math.min(approved, reversed.left());
            }
        }
        return approved;
    }

    /** Those that were approved, here or by the network. */
    public Set<UUID> authorizations() {
        Set<UUID> authorizations = new HashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Approved approved) {
                authorizations.add(approved.authorization());
            } else if (fact instanceof Fact.Advised advised) {
                authorizations.add(advised.authorization());
            }
        }
        return authorizations;
    }

    /**
     * What stands of one authorization, in minor units. What the network advises goes before what was approved here; of
     * several advices the largest counts, since none says that it came later.
     */
    public long approved(UUID authorization) {
        long amount = advised(authorization).orElseGet(() -> answered(authorization));
        return Math.min(amount, left(authorization).orElse(amount));
    }

    /** What the network says that it approved of an authorization itself; empty if it has not. */
    public OptionalLong advised(UUID authorization) {
        OptionalLong most = OptionalLong.empty();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Advised advised && advised.authorization().equals(authorization)) {
                most = OptionalLong.of(Math.max(advised.amount(), most.orElse(0)));
            }
        }
        return most;
    }

    private long answered(UUID authorization) {
        return answerVoided(authorization)
                ? 0
                : sum(
                        Fact.Approved.class,
                        approved -> approved.authorization().equals(authorization) ? approved.amount() : 0);
    }

    /** What reversals leave of an authorization, whether or not it is known yet; empty if none reverses it. */
    public OptionalLong left(UUID authorization) {
        OptionalLong least = OptionalLong.empty();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Reversed reversed
                    && reversed.authorization().equals(authorization)) {
                least = OptionalLong.of(Math.min(reversed.left(), least.orElse(Long.MAX_VALUE)));
            }
        }
        return least;
    }

    /** Whether the answer to an authorization did not count. */
    public boolean answerVoided(UUID authorization) {
        return facts.contains(new Fact.AnswerVoided(authorization));
    }

    /** Whether an authorization would be approved in vain because it was taken back before it came. */
    public boolean takenBack(UUID authorization) {
        return answerVoided(authorization)
                || facts.contains(new Fact.AllReversed(0))
                || left(authorization).orElse(1) == 0;
    }

    /** Whether more is approved than the payment will ever set aside, because it is over. */
    public boolean approvesInVain() {
        return closed() && approved() > captured();
    }

    /** What merchants have taken and not given back to the network, in minor units. */
    public long captured() {
        return sum(Fact.Captured.class, captured -> stands(captured) ? captured.amount() : 0);
    }

    /** Whether merchants have taken money that nobody authorized: to be looked at, and linked if the authorization comes. */
    public boolean inSuspense() {
        return captured() > 0 && authorizations().isEmpty();
    }

    /** Whether there is money that an expiry would give back. */
    public boolean expires() {
        return !closed() && approved() > captured();
    }

    /** How often the payment has expired. */
    public int expiries() {
        return (int) facts.stream().filter(Fact.Expired.class::isInstance).count();
    }

    /** Whether its lifetime is over, as it stands. */
    public boolean expired() {
        for (Fact fact : facts) {
            if (fact instanceof Fact.Expired expired && !facts.contains(new Fact.Unexpired(expired.number()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing more may be taken under the authorization. */
    private boolean closed() {
        for (Fact fact : facts) {
            if (closes(fact)) {
                return true;
            }
        }
        return expired();
    }

    /** The last capture does; taken back it reopens what was held, but not what was charged at once. */
    private boolean closes(Fact fact) {
        return fact instanceof Fact.Captured captured
                && captured.last()
                && (stands(captured) || kind() == FINAL_AUTHORIZATION);
    }

    /** What was captured and is captured no more, in minor units. */
    private long takenBack() {
        return sum(Fact.Captured.class, captured -> stands(captured) ? 0 : captured.amount());
    }

    private boolean stands(Fact.Captured captured) {
        return !facts.contains(new Fact.CaptureReversed(captured.reference()));
    }

    private long refunded() {
        return sum(
                Fact.Refunded.class,
                refunded -> facts.contains(new Fact.RefundReversed(refunded.reference())) ? 0 : refunded.amount());
    }

    /** A loop, as are the others: a position is asked for several times with every message,. */
    private <F extends Fact> long sum(Class<F> type, ToLongFunction<F> amount) {
        long sum = 0;
        for (Fact fact : facts) {
            if (type.isInstance(fact)) {
                sum = Math.addExact(sum, amount.applyAsLong(type.cast(fact)));
            }
        }
        return sum;
    }
}
