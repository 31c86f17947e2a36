package dev.holdfast.engine.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a version of a control set would have done.
 *
 * @param counts of all purchases together
 * @param newlyDeclined approved then, declined by this version; in order of time
 * @param newlyApproved declined by controls then, approved by this version; in order of time
 */
public record BacktestReport(
        ControlVersion version, Counts counts, List<Declined> newlyDeclined, List<Approved> newlyApproved) {

    public BacktestReport {
        newlyDeclined = List.copyOf(newlyDeclined);
        newlyApproved = List.copyOf(newlyApproved);
    }

    /**
     * How many purchases.
     *
     * @param asked those that the version would have decided: all that were not forced or declined for another reason
     * @param declined those of them that it would have declined, however they were decided then
     * @param reasons how many it would have declined for each reason
     * @param rules how many break each rule, by the rule's name
     */
    public record Counts(int asked, int declined, Map<ControlReason, Integer> reasons, Map<String, Integer> rules) {

        public Counts {
            reasons = Map.copyOf(reasons);
            rules = Map.copyOf(rules);
        }
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
