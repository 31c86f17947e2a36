package dev.holdfast.engine.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a version of a control set would have done.
 *
 * @param asked purchases that the version would have decided: all that were not forced or declined for another reason
 * @param newlyDeclined approved then, declined by this version; in order of time
 * @param newlyApproved declined by controls then, approved by this version; in order of time
 * @param reasons how many of those asked break a rule for each reason, however they were decided then
 */
public record BacktestReport(
        ControlVersion version,
        int asked,
        List<Declined> newlyDeclined,
        List<Approved> newlyApproved,
        Map<ControlReason, Integer> reasons) {

    public BacktestReport {
        newlyDeclined = List.copyOf(newlyDeclined);
        newlyApproved = List.copyOf(newlyApproved);
        reasons = Map.copyOf(reasons);
    }

    /**
     * @param message the purchase's identity
     * @param violations all of them, by precedence of their reasons
     */
    public record Declined(String message, Instant at, List<Violation> violations) {

        public Declined {
            violations = List.copyOf(violations);
        }
    }

    /** @param message the purchase's identity */
    public record Approved(String message, Instant at) {}
}
