package dev.holdfast.engine.network;

import dev.holdfast.engine.money.Currency;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as it was taken in and answered.
 *
 * @param authorization the request that it is, or is about; null if it does not say
 * @param card null if it named none
 * @param currency of the account's balance, which amounts of the outcome are in
 * @param details what it said, without card data: a JSON object
 */
public record MessageView(
        UUID id,
        MessageFunction function,
        @Nullable UUID authorization,
        @Nullable UUID card,
        Currency currency,
        MessageOutcome outcome,
        Times times,
        String details) {

    /**
     * When it passed what.
     *
     * @param sentAt by the network's clock
     * @param receivedAt by the clock of the process that took it
     * @param decidedAt by the database's clock
     */
    public record Times(Instant sentAt, Instant receivedAt, Instant decidedAt) {}
}
