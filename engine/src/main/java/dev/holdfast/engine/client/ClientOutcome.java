package dev.holdfast.engine.client;

import java.util.UUID;
import java.util.function.Function;

/** What became of a client that was to be made, or to get another secret. */
public sealed interface ClientOutcome {

    /**
     * It has the secret, which is to be had here and nowhere else.
     *
     * @param client its id, which it calls with
     */
    record Given(UUID client, ClientSecret secret) implements ClientOutcome {}

    /** Nothing was changed. */
    record Rejected(Rejection reason) implements ClientOutcome {}

    /** Why nothing was changed. */
    enum Rejection {
        NAME_TAKEN("the tenant has a client of this name"),
        CLIENT_NOT_FOUND("the tenant has no such client"),
        TOO_MANY_SECRETS("the client has " + Clients.MAX_SECRETS + " live secrets: revoke one first"),
        CHANGED_MEANWHILE("somebody else gave the client a secret at the same moment");

        private final String message;

        Rejection(String message) {
            this.message = message;
        }

        public String message() {
            return message;
        }
    }

    default <R> R fold(Function<Given, R> onGiven, Function<Rejected, R> onRejected) {
        return this instanceof Given given ? onGiven.apply(given) : onRejected.apply((Rejected) this);
    }
}
