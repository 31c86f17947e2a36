package dev.holdfast.engine.client;

import java.time.Duration;
import java.util.function.Function;

/** What became of a request for a token. */
public sealed interface TokenOutcome {

    /**
     * The client has its tokens.
     *
     * @param access what it calls with
     * @param id says who the client is
     * @param lifetime of both
     */
    record Issued(String access, String id, Duration lifetime) implements TokenOutcome {

        @Override
        public String toString() {
            return "Issued[not shown]";
        }
    }

    /** There is no token. */
    record Refused(Refusal reason) implements TokenOutcome {}

    /** Why there is no token. */
    enum Refusal {
        /** No such client, or none that is heard, or not its secret, or one that is revoked: the answer does not tell. */
        CLIENT_NOT_KNOWN,
        /** It asks for what it may not ask for. */
        SCOPE_NOT_ALLOWED,
        /** It has asked too often. */
        TOO_OFTEN
    }

    default <R> R fold(Function<Issued, R> onIssued, Function<Refused, R> onRefused) {
        return this instanceof Issued issued ? onIssued.apply(issued) : onRefused.apply((Refused) this);
    }
}
