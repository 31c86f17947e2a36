package dev.holdfast.engine.verification;

import dev.holdfast.engine.verification.VerificationReport.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what does not agree, up to the bound of a report. */
final class Findings {

    private final List<Finding> list = new ArrayList<>();

    void add(Check check, String subject, String detail) {
        if (list.size() < VerificationReport.MAX_FINDINGS) {
            list.add(new Finding(check, subject, detail));
        }
    }

    /** Adds a finding unless the two are equal. */
    void compare(Check check, String subject, String what, Object expected, Object stored) {
        if (!Objects.equals(expected, stored)) {
            add(check, subject, what + " should be " + expected + ", stored is " + stored);
        }
    }

    List<Finding> list() {
        return list;
    }
}
