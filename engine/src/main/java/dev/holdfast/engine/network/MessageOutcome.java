package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The answer to a message: the same whenever the message is repeated.
 *
 * @param payment that it belongs to; null if none is known
 * @param findings why it was declined, all reasons, the decisive one first; empty if it was not
 * @param approvedMinor what was approved, in minor units of the billing currency
 * @param approvalCode DE38; null unless approved
 * @param address what an address verification found; null if none was asked for
 * @param controls the versions of spend controls that were asked, {@code name#number}
 * @param replayed whether it had been answered before
 */
public record MessageOutcome(
        @Nullable UUID payment,
        Response response,
        DecidedBy decidedBy,
        List<Finding> findings,
        Set<Flag> flags,
        long approvedMinor,
        Funds funds,
        @Nullable String approvalCode,
        @Nullable AddressMatch address,
        List<String> controls,
        boolean replayed) {

    /**
     * What the balance came to right after the message, in minor units of its currency.
     *
     * @param ledger what the customer has, what is held included
     * @param available what may be spent, credit limit included
     */
    public record Funds(long ledger, long available) {
        public static final Funds UNKNOWN = new Funds(0, 0);
    }

    public MessageOutcome {
        findings = List.copyOf(findings);
        flags = Set.copyOf(flags);
        controls = List.copyOf(controls);
    }

    /** Where nothing was looked at. */
    public static MessageOutcome declined(DecidedBy by, DeclineReason reason) {
        return declined(null, by, List.of(Finding.of(reason)), Funds.UNKNOWN);
    }

    static MessageOutcome declined(@Nullable UUID payment, DecidedBy by, List<Finding> findings, Funds funds) {
        return new MessageOutcome(
                payment, Response.DECLINED, by, findings, Set.of(), 0, funds, null, null, List.of(), false);
    }

    /** The decisive reason; null if it was not declined. */
    public @Nullable DeclineReason reason() {
        return findings.isEmpty() ? null : findings.get(0).reason();
    }

    MessageOutcome asReplay() {
        return new MessageOutcome(
                payment,
                response,
                decidedBy,
                findings,
                flags,
                approvedMinor,
                funds,
                approvalCode,
                address,
                controls,
                true);
    }
}
