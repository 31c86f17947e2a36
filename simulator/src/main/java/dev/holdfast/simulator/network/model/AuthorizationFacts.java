package dev.holdfast.simulator.network.model;

/** What is known of one authorization message. */
final class AuthorizationFacts {

    private static final long UNTOUCHED = Long.MAX_VALUE;
    private static final long ABSENT = -1;

    private boolean preauthorized;
    private boolean posted;
    private long approved;
    private long standIn = ABSENT;
    private long newTotal = UNTOUCHED;
    private boolean tooLate;

    void preauthorized(boolean now) {
        preauthorized |= now;
    }

    /** Notes that it is a single message, which nothing presents later. */
    void posted() {
        posted = true;
    }

    boolean isPosted() {
        return posted;
    }

    void approved(long minor) {
        approved = minor;
    }

    void standIn(long minor) {
        standIn = minor;
    }

    /** Of several new totals the lowest holds, whichever came first. */
    void reversed(long toNewTotal) {
        newTotal = Math.min(newTotal, toNewTotal);
    }

    void tooLate() {
        tooLate = true;
    }

    boolean isPreauthorized() {
        return preauthorized;
    }

    boolean isStoodInFor() {
        return standIn != ABSENT;
    }

    /** Whether any reversal has named it. */
    boolean isReversed() {
        return newTotal != UNTOUCHED || tooLate;
    }

    /** Whether nothing is left of it, so that the message itself, if it comes only now, comes too late. */
    boolean isTakenBack() {
        return newTotal == 0 || tooLate;
    }

    long effective() {
        long given = isStoodInFor() ? standIn : tooLate ? 0 : approved;
        return Math.min(given, newTotal);
    }
}
