package dev.holdfast.engine.authorization;

import java.util.List;

/**
 * What has been decided.
 *
 * @param findings why it is declined, the decisive reason first; empty if it is approved
 * @param approved minor units of the billing currency; zero if it is declined, or nothing was asked for
 * @param partial whether that is less than was asked for
 */
public record AuthorizationDecision(List<Finding> findings, long approved, boolean partial) {

    public AuthorizationDecision {
        findings = List.copyOf(findings);
    }

    public boolean isApproved() {
        return findings.isEmpty();
    }
}
