package dev.holdfast.engine.network;

import dev.holdfast.engine.control.PastEvent;
import dev.holdfast.engine.control.PastOutcome;
import dev.holdfast.engine.control.Tally;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What past messages spent and gave back, told one by one in their order. As {@link Velocities} counts, but for two things
 * that a message's row does not tell: what a presentment took beyond its authorization counts nothing, and neither does a
 * request that a presentment had covered before, wholly or in part.
 */
final class PastSpending {

    /** What is left of each authorization, in minor units. */
    private final Map<UUID, Long> left = new HashMap<>();

    List<PastEvent> of(PastMessage message) {
        return switch (message.content()) {
            case "request", "approval" -> request(message);
            case "advice" -> advice(message).map(List::of).orElse(List.of());
            case "presentment" -> presentment(message);
            case "reversal" -> reversal(message);
            case "answervoid" ->
                named(message)
                        .map(id -> List.<PastEvent>of(new PastEvent.Reversed(id.toString())))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    private static Optional<UUID> named(PastMessage message) {
        return Optional.ofNullable(message.authorization());
    }

    private List<PastEvent> request(PastMessage message) {
        Optional<UUID> authorization = named(message);
        if (authorization.isEmpty() || !message.isPlaced() || message.has(Flag.COVERED_BEFORE)) {
            return List.of();
        }
        PastOutcome outcome = message.outcome();
        boolean approved = outcome == PastOutcome.APPROVED;
        long minor = approved ? message.approvedMinor() : message.billingMinor();
        if (approved && minor > 0) {
            left.put(authorization.get(), minor);
        }
        Tally counts = tally(minor, message.truth("increment"));
        return List.of(new PastEvent.Bought(authorization.get().toString(), message.purchase(), outcome, counts));
    }

    /** A request for nothing counts nothing. */
    private static Tally tally(long minor, boolean more) {
        if (minor == 0) {
            return Tally.ZERO;
        }
        return more ? Tally.ofIncrement(minor) : Tally.ofPurchase(minor);
    }

    /** What the network approved beyond what is known to be approved. */
    private Optional<PastEvent> advice(PastMessage message) {
        UUID authorization = message.authorization();
        if (authorization == null || !message.truth("approved") || !message.isPlaced()) {
            return Optional.empty();
        }
        long before = left.getOrDefault(authorization, 0L);
        long more = message.billingMinor() - before;
        if (more <= 0) {
            return Optional.empty();
        }
        String use = (left.containsKey(authorization) ? message.id() : Velocities.adviceUse(authorization)).toString();
        left.merge(authorization, message.billingMinor(), Math::max);
        return Optional.of(new PastEvent.Bought(use, message.purchase(), PastOutcome.FORCED, tally(more, before > 0)));
    }

    private static List<PastEvent> presentment(PastMessage message) {
        if (!message.has(Flag.UNAUTHORIZED) || !message.isPlaced()) {
            return List.of();
        }
        return List.of(new PastEvent.Bought(
                message.id().toString(), message.purchase(), PastOutcome.FORCED, tally(message.billingMinor(), false)));
    }

    private List<PastEvent> reversal(PastMessage message) {
        UUID authorization = message.authorization();
        if (authorization == null) {
            return List.of();
        }
        if (message.leftMinor() == 0) {
            left.put(authorization, 0L);
            return List.of(
                    new PastEvent.Reversed(authorization.toString()),
                    new PastEvent.Reversed(Velocities.adviceUse(authorization).toString()));
        }
        Long before = left.get(authorization);
        if (before == null || before <= message.leftMinor()) {
            return List.of();
        }
        left.put(authorization, message.leftMinor());
        return List.of(new PastEvent.PartReversed(authorization.toString(), before - message.leftMinor()));
    }
}
