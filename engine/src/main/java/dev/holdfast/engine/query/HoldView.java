package dev.holdfast.engine.query;

import dev.holdfast.engine.book.HoldStatus;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A hold as a caller sees it; {@code authorized - released - captured} is what remains.
 *
 * @param ref the hold's reference ({@code tenant_hold_balance_ref} on the wire)
 * @param figures the hold's amounts
 * @param openedAt database time of the operation that opened it
 * @param closedAt when it was closed, if it is
 */
public record HoldView(
        UUID ref,
        String balanceRef,
        HoldStatus status,
        Figures figures,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /**
     * @param authorized what was held in all, increments included
     * @param released what went back to available
     * @param captured what went to settlement, less what came back; negative if the network returned more than it took
     * @param remaining what is still held
     */
    public record Figures(Money authorized, Money released, Money captured, Money remaining) {}
}
