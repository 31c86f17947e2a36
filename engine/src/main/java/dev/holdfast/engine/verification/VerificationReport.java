package dev.holdfast.engine.verification;

import java.util.List;

/**
 * What a verification found.
 *
 * @param entries journal entries recomputed
 * @param balances balances compared
 * @param holds holds compared
 * @param findings what does not agree, at most {@link #MAX_FINDINGS}; empty if the book is right
 */
public record VerificationReport(long entries, long balances, long holds, List<Finding> findings) {

    /** Beyond this many the book is beyond doubt wrong, and the list no longer helps. */
    public static final int MAX_FINDINGS = 100;

    /**
     * @param check what was compared
     * @param subject which balance, hold, entry or total, named so that an operator can find it
     * @param detail the expected and the stored value
     */
    public record Finding(Check check, String subject, String detail) {}

    public VerificationReport {
        findings = List.copyOf(findings);
    }

    public boolean clean() {
        return findings.isEmpty();
    }
}
