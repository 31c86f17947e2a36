package dev.holdfast.engine.network;

import dev.holdfast.engine.card.CardDirectory;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.UUID;

/**
 * Approves or declines for a platform that keeps the payment itself and has the ledger move its money afterwards. Nothing
 * is set aside here, so of two approvals that come before their ledger operations both may count on the same money: the
 * ledger then refuses the second operation.
 */
public final class Approvals {

    /** Of the one second in which the platform must have the answer; the rest is for the way there and back. */
    public static final Duration PATIENCE = Duration.ofMillis(700);

    private final NetworkHost host;
    private final CardDirectory cards;

    public Approvals(NetworkHost host, CardDirectory cards) {
        this.host = host;
        this.cards = cards;
    }

    /**
     * Decides a request, once per {@link ApprovalRequest#id}. The future always succeeds, within {@link #PATIENCE}: where
     * no decision can be reached, the answer is a decline that says so, and an approval that came too late is void.
     *
     * <p>To be called on a Vert.x context, on which the future completes.
     */
    public Future<MessageOutcome> decide(ApprovalRequest request) {
        Future<NetworkMessage> message = card(request).map(request::toMessage);
        return host.decideWithin(request, message, PATIENCE);
    }

    /** A token that is no card of the tenant is somebody else's name for the card. */
    private Future<@Nullable UUID> card(ApprovalRequest request) {
        UUID token = request.token();
        if (token == null) {
            return Future.succeededFuture();
        }
        return cards.find(token)
                .map(found -> found.filter(card -> card.accountKey().tenantId()
                                == request.account().tenantId())
                        .isPresent())
                .map(ours -> ours ? token : null);
    }
}
