package dev.holdfast.engine.network;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.payment.Payment;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that is known of one authorization.
 *
 * @param messages the oldest first, those of its payment among them; at most {@link MessageQueries#MAX_MESSAGES}
 * @param truncated whether there are more
 * @param payment null if nothing was approved, and nothing stated, of it
 */
public record AuthorizationView(
        String accountRef,
        List<MessageView> messages,
        boolean truncated,
        @Nullable PaymentView payment) {

    public AuthorizationView {
        messages = List.copyOf(messages);
    }

    /**
     * A payment and what its facts come to.
     *
     * @param expiresAt null if nothing will be given back
     */
    public record PaymentView(
            UUID id,
            Currency currency,
            Payment payment,
            Instant openedAt,
            @Nullable Instant expiresAt) {}
}
