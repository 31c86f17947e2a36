package dev.holdfast.simulator.network.scenario;

import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.oracle.Balances.Standing;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What a line says must come of it. Minor units; -1 or {@link Long#MIN_VALUE} where it says nothing.
 *
 * @param codes of which one must be DE39
 * @param minor the approved amount
 */
public record Expected(Set<String> codes, long minor, long available, long held) {

    static final long UNSAID = Long.MIN_VALUE;

    /** Returns what differs, or null if nothing does. */
    @Nullable
    String mismatch(@Nullable NetworkAnswer answer, Standing standing) {
        if (answer == null) {
            return "no answer in time";
        }
        if (!codes.contains(answer.code())) {
            return "DE39 " + answer.code();
        }
        if (minor != UNSAID && minor != answer.minor()) {
            return "an answer for " + answer.minor() + " minor units";
        }
        boolean same = (available == UNSAID || available == standing.available())
                && (held == UNSAID || held == standing.held());
        return same ? null : "available " + standing.available() + ", held " + standing.held() + " minor units";
    }
}
