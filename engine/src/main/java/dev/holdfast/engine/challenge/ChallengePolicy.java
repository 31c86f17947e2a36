package dev.holdfast.engine.challenge;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What each step makes of a challenge, and why a step is refused. Pure; the time is the database's.
 *
 * <p>Reasons go before each other in this order: another method, a result that is there already, the time, the attempts, the
 * pause between codes, the number of codes.
 */
public final class ChallengePolicy {

    /**
     * What comes of a step.
     *
     * @param next the challenge afterwards
     * @param refusal why the step was refused; null if it was not
     */
    public record Verdict(ChallengeProgress next, @Nullable ChallengeRefusal refusal) {}

    private final ChallengeLimits limits;

    public ChallengePolicy(ChallengeLimits limits) {
        this.limits = limits;
    }

    /** The challenge as it is at this time: one that nobody has decided in time is over. */
    public ChallengeProgress at(ChallengeProgress challenge, Instant now) {
        boolean over = challenge.state().isOpen() && !now.isBefore(challenge.expiresAt());
        return over ? challenge.in(after(challenge, ChallengeEvent.TIME_OVER)) : challenge;
    }

    /** The tenant's answer. The same result again is heard again. */
    public Verdict answered(ChallengeProgress before, ChallengeAnswer answer, Instant now) {
        ChallengeProgress challenge = at(before, now);
        if (challenge.method() != ChallengeMethod.OOB) {
            return new Verdict(challenge, ChallengeRefusal.OTHER_METHOD);
        }
        if (challenge.state().isOpen()) {
            return new Verdict(challenge.in(after(challenge, answer.event())), null);
        }
        return new Verdict(challenge, refusalOf(challenge.state(), answer));
    }

    private static @Nullable ChallengeRefusal refusalOf(ChallengeState over, ChallengeAnswer answer) {
        if (over == ChallengeState.EXPIRED) {
            return ChallengeRefusal.EXPIRED;
        }
        return over.name().equals(answer.name()) ? null : ChallengeRefusal.ALREADY_DECIDED;
    }

    /** Counts a typed code, before anybody knows whether it is right. */
    public Verdict counted(ChallengeProgress before, Instant now) {
        ChallengeProgress challenge = at(before, now);
        ChallengeRefusal refusal = refusalOfCode(challenge);
        return refusal == null ? new Verdict(challenge.withAttempt(), null) : new Verdict(challenge, refusal);
    }

    /** Compares a code that was counted. */
    public Verdict compared(ChallengeProgress before, boolean right, Instant now) {
        ChallengeProgress challenge = at(before, now);
        if (!challenge.state().isOpen()) {
            return new Verdict(challenge, refusalOfCode(challenge));
        }
        ChallengeProgress after = challenge.in(after(challenge, eventOf(right, challenge.attempts())));
        return new Verdict(after, right ? null : refusalOfWrong(after.state()));
    }

    private static ChallengeRefusal refusalOfWrong(ChallengeState after) {
        return after == ChallengeState.ATTEMPTS_EXCEEDED
                ? ChallengeRefusal.ATTEMPTS_EXCEEDED
                : ChallengeRefusal.WRONG_CODE;
    }

    /** What a compared code is. */
    ChallengeEvent eventOf(boolean right, int attempts) {
        if (right) {
            return ChallengeEvent.RIGHT_CODE;
        }
        return attempts < limits.attempts() ? ChallengeEvent.WRONG_CODE : ChallengeEvent.LAST_WRONG_CODE;
    }

    /** Why no code is taken or sent any more; null if one is. */
    private @Nullable ChallengeRefusal refusalOfCode(ChallengeProgress challenge) {
        if (challenge.method() != ChallengeMethod.OTP) {
            return ChallengeRefusal.OTHER_METHOD;
        }
        return switch (challenge.state()) {
            case EXPIRED -> ChallengeRefusal.EXPIRED;
            case ATTEMPTS_EXCEEDED -> ChallengeRefusal.ATTEMPTS_EXCEEDED;
            case APPROVED, DECLINED, CANCELLED, FAILED -> ChallengeRefusal.ALREADY_DECIDED;
            case CREATED, NOTIFIED, DELIVERED ->
                challenge.attempts() < limits.attempts() ? null : ChallengeRefusal.ATTEMPTS_EXCEEDED;
        };
    }

    /** Replaces the code. */
    public Verdict renewed(ChallengeProgress before, Instant now) {
        ChallengeProgress challenge = at(before, now);
        ChallengeRefusal refusal = refusalOfCode(challenge);
        if (refusal == null && now.isBefore(challenge.lastCodeAt().plus(limits.resendPause()))) {
            refusal = ChallengeRefusal.TOO_SOON;
        }
        if (refusal == null && challenge.codes() >= limits.codes()) {
            refusal = ChallengeRefusal.NO_CODES_LEFT;
        }
        return refusal == null ? new Verdict(challenge.withCodeAt(now), null) : new Verdict(challenge, refusal);
    }

    /** What the tenant made of the notification; nothing, once the challenge is over. */
    public ChallengeProgress told(ChallengeProgress before, boolean taken, Instant now) {
        ChallengeProgress challenge = at(before, now);
        ChallengeEvent event = taken ? eventOfTelling(challenge.method()) : ChallengeEvent.UNDELIVERABLE;
        return ChallengeTransitions.next(challenge.method(), challenge.state(), event)
                .map(challenge::in)
                .orElse(challenge);
    }

    private static ChallengeEvent eventOfTelling(ChallengeMethod method) {
        return switch (method) {
            case OOB -> ChallengeEvent.TENANT_NOTIFIED;
            case OTP -> ChallengeEvent.CODE_DELIVERED;
        };
    }

    /** What an open challenge becomes. */
    static ChallengeState after(ChallengeProgress challenge, ChallengeEvent event) {
        return ChallengeTransitions.next(challenge.method(), challenge.state(), event)
                .orElseThrow(() -> new IllegalStateException(event + " is nothing for " + challenge.state()));
    }
}
