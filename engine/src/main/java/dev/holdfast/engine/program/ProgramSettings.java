package dev.holdfast.engine.program;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a tenant's card program is run by.
 *
 * @param decisionDeadline from the message's own time; 0.2 to 30 seconds, whole milliseconds
 * @param lifetimes the first that matches counts; the last matches all. At most 100
 * @param partialApproval whether less than the amount asked may be approved, where the terminal allows it
 * @param tolerances the first that has the merchant's category counts. At most 100
 * @param zone in which the program's calendar days begin
 */
public record ProgramSettings(
        Duration decisionDeadline,
        Fallback fallback,
        List<HoldLifetime> lifetimes,
        boolean partialApproval,
        List<OverCapture> tolerances,
        ZoneId zone) {

    static final Duration MIN_DEADLINE = Duration.ofMillis(200);
    static final Duration MAX_DEADLINE = Duration.ofSeconds(30);
    static final int MAX_ROWS = 100;

    /** What a tenant has that has changed nothing. */
    public static final ProgramSettings DEFAULTS = new ProgramSettings(
            Duration.ofSeconds(2),
            Fallback.DECLINE_91,
            DefaultSettings.LIFETIMES,
            true,
            DefaultSettings.TOLERANCES,
            ZoneOffset.UTC);

    public ProgramSettings {
        lifetimes = List.copyOf(lifetimes);
        tolerances = List.copyOf(tolerances);
        if (decisionDeadline.compareTo(MIN_DEADLINE) < 0
                || decisionDeadline.compareTo(MAX_DEADLINE) > 0
                || !Duration.ofMillis(decisionDeadline.toMillis()).equals(decisionDeadline)) {
            throw new IllegalArgumentException("a decision deadline is 0.2 to 30 seconds, in whole milliseconds");
        }
        if (lifetimes.isEmpty() || lifetimes.size() > MAX_ROWS || tolerances.size() > MAX_ROWS) {
            throw new IllegalArgumentException("there are 1 to 100 lifetimes, and at most 100 tolerances");
        }
        HoldLifetime last = lifetimes.get(lifetimes.size() - 1);
        if (last.network() != null || last.mccs() != null || last.kind() != null) {
            throw new IllegalArgumentException("the last lifetime must match every authorization");
        }
    }

    /** How long an authorization lives that is not presented. */
    public Duration lifetime(Network network, int mcc, AuthorizationKind kind) {
        return lifetimes.stream()
                .filter(row -> row.matches(network, mcc, kind))
                .findFirst()
                .map(HoldLifetime::lifetime)
                .orElseThrow(() -> new IllegalStateException("the last lifetime matches every authorization"));
    }

    /** By how many percent a capture may exceed its authorization without being suspicious; 0 if nothing is said. */
    public int tolerancePercent(int mcc) {
        return tolerances.stream()
                .filter(row -> row.mccs().contains(mcc))
                .findFirst()
                .map(OverCapture::percent)
                .orElse(0);
    }
}
