package dev.holdfast.ops.cli;

import dev.holdfast.engine.verification.Check;
import dev.holdfast.engine.verification.VerificationReport;
import dev.holdfast.engine.verification.VerificationReport.Finding;

import java.util.List;

/** A verification's report as a person reads it. */
public final class VerificationText {

    private VerificationText() {}

    /** Several lines: what was compared, one line per check, one per finding, and the verdict. */
    public static String of(VerificationReport report) {
        StringBuilder text = new StringBuilder(String.format(
                "recomputed %,d entries; compared %,d balances and %,d holds%n",
                report.entries(), report.balances(), report.holds()));
        for (Check check : Check.values()) {
            List<Finding> findings = report.findings().stream()
                    .filter(finding -> finding.check() == check)
                    .toList();
            text.append(String.format("  %-24s %s%n", check.label(), verdict(findings.size())));
            findings.forEach(
                    finding -> text.append(String.format("      %s: %s%n", finding.subject(), finding.detail())));
        }
        boolean all = report.findings().size() < VerificationReport.MAX_FINDINGS;
        text.append(
                report.clean()
                        ? "the book is right"
                        : "THE BOOK IS WRONG: " + report.findings().size() + (all ? "" : " or more") + " findings");
        return text.append(System.lineSeparator()).toString();
    }

    private static String verdict(int findings) {
        return findings == 0 ? "ok" : findings + " wrong";
    }
}
