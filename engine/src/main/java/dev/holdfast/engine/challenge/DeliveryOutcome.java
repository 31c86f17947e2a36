package dev.holdfast.engine.challenge;

import java.util.function.Function;

/** What a tenant made of a notification. */
public sealed interface DeliveryOutcome {

    /** @param contacts {@link MaskedContacts#NONE} for an OOB challenge */
    record Taken(MaskedContacts contacts) implements DeliveryOutcome {}

    /** Not taken, as far as is known: the tenant may have acted on it all the same. */
    record NotTaken(Problem problem) implements DeliveryOutcome {}

    /** Why a notification was not taken. */
    enum Problem {
        /** The tenant has named no place to send to. */
        NO_TARGET,
        UNREACHABLE,
        /** No answer in time. */
        TIMED_OUT,
        /** An answer, and not the one that takes it. */
        REFUSED,
        /** The answer could not be read. */
        BAD_ANSWER
    }

    default <T> T fold(Function<Taken, T> whenTaken, Function<NotTaken, T> whenNotTaken) {
        return this instanceof Taken taken ? whenTaken.apply(taken) : whenNotTaken.apply((NotTaken) this);
    }
}
