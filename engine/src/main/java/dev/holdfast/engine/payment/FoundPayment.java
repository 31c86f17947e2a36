package dev.holdfast.engine.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A payment that a message has found, perhaps in several parts: messages that share no name open a payment each, and a
 * later one that has the names of both says that these are one. They are joined once a fact is stated of them.
 *
 * @param payment the part that goes on: the one that was authorized, if any
 * @param joining the other parts, none of which was authorized
 * @param known what is known of all parts together
 * @param guessed whether it was found by a loose reference only
 */
public record FoundPayment(BookedPayment payment, List<BookedPayment> joining, Payment known, boolean guessed) {

    public FoundPayment {
        joining = List.copyOf(joining);
    }

    /** A payment that is in one part. */
    public static FoundPayment whole(BookedPayment payment, boolean guessed) {
        return new FoundPayment(payment, List.of(), payment.payment(), guessed);
    }

    /**
     * Several, the most trusted name's first. What cannot be one with those before it is left alone: where two were
     * authorized, the message is about the first.
     *
     * @param payments one at least
     */
    static FoundPayment of(Collection<BookedPayment> payments) {
        List<BookedPayment> ordered = List.copyOf(payments);
        FoundPayment byTrust = joined(ordered.get(0), ordered.subList(1, ordered.size()));
        Optional<BookedPayment> authorized = byTrust.joining().stream()
                .filter(part -> !part.payment().authorizations().isEmpty())
                .findFirst();
        return authorized.map(byTrust::goingOnAs).orElse(byTrust);
    }

    private static FoundPayment joined(BookedPayment payment, List<BookedPayment> others) {
        Payment known = payment.payment();
        List<BookedPayment> joining = new ArrayList<>();
        for (BookedPayment other : others) {
            boolean sameBalance = payment.balance().equals(other.balance());
            Optional<Payment> joined = sameBalance ? known.join(other.payment()) : Optional.empty();
            if (joined.isPresent()) {
                joining.add(other);
                known = joined.get();
            }
        }
        return new FoundPayment(payment, joining, known, false);
    }

    private FoundPayment goingOnAs(BookedPayment part) {
        List<BookedPayment> others = new ArrayList<>(joining);
        others.remove(part);
        others.add(0, payment);
        return joined(part, others);
    }

    /** The money of all parts together, before they are joined. */
    public Position position() {
        return joining.stream()
                .map(part -> part.payment().position())
                .reduce(payment.payment().position(), Position::plus);
    }
}
