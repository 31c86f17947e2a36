package dev.holdfast.engine.notification;

import java.util.Optional;
import java.util.function.Function;

/** What came of making or changing a subscription. */
public sealed interface SubscriptionOutcome {

    /** @param secret to be shown once; empty where it is as before */
    record Done(SubscriptionView view, Optional<SigningSecret> secret) implements SubscriptionOutcome {}

    /** Nothing has changed. */
    record Refused(Reason reason) implements SubscriptionOutcome {}

    /** Why. */
    enum Reason {
        /** The tenant has none of that id. */
        NOT_FOUND,
        /** The tenant has as many as it may have. */
        TOO_MANY,
        /** Nothing is sent to such a URL: see {@link TargetPolicy#problem}. */
        URL_NOT_ALLOWED
    }

    default <T> T fold(Function<Done, T> whenDone, Function<Refused, T> whenRefused) {
        return this instanceof Done done ? whenDone.apply(done) : whenRefused.apply((Refused) this);
    }
}
