package dev.holdfast.simulator.wire;

import dev.holdfast.simulator.money.Amount;
import org.jspecify.annotations.Nullable;

/**
 * The server's answer to a call.
 *
 * @param success whether it was applied
 * @param ref the balance, the hold or (of a change of status) the status, whichever the operation answers with
 * @param balance what is available, or what remains on the hold, likewise
 * @param actionRef the server's name of the entry
 * @param errorCode why not
 */
public record Answer(
        boolean success,
        @Nullable String ref,
        @Nullable Amount balance,
        @Nullable String actionRef,
        @Nullable String errorCode) {}
