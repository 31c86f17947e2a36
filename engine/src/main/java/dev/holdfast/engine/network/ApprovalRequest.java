package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Digest;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Asks for an approval: a decision that moves no money.
 *
 * @param token that the payment is made with; null, or no card of the tenant, if nothing is known of the card here
 * @param receivedAt from which the time for the decision counts
 */
public record ApprovalRequest(
        AccountKey account,
        Names names,
        @Nullable UUID token,
        AuthorizationRequest asked,
        Place place,
        Instant receivedAt) {

    /**
     * What the caller calls them.
     *
     * @param transaction the card payment
     * @param message this request of it; a repeat has the same
     */
    public record Names(String transaction, String message) {}

    /** The approval's id, the same for a repeat. */
    public UUID id() {
        return Digest.of("approval")
                .with(AccountId.of(account).value())
                .with(names.transaction())
                .with(names.message())
                .toUuid();
    }

    NetworkMessage toMessage(@Nullable UUID card) {
        return new NetworkMessage(
                id(),
                MessageFunction.APPROVAL,
                new NetworkMessage.Subject(account, card),
                Links.NONE,
                place,
                new Content.Approval(id(), asked, names),
                new Timing(receivedAt, receivedAt));
    }
}
