package dev.holdfast.engine.challenge;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The table of states: what is not in it is refused and changes nothing.
 *
 * <p>A result may come before the tenant's answer to the notification is stored, so all that an open challenge may come to,
 * one that was just created may come to, too. Only the first delivery's failure ends a challenge: later the cardholder may
 * ask for another code.
 */
public final class ChallengeTransitions {

    private static final Map<ChallengeMethod, Map<ChallengeState, Map<ChallengeEvent, ChallengeState>>> TABLE =
            new EnumMap<>(ChallengeMethod.class);

    static {
        on(ChallengeMethod.OOB, ChallengeState.CREATED, ChallengeEvent.TENANT_NOTIFIED, ChallengeState.NOTIFIED);
        on(ChallengeMethod.OTP, ChallengeState.CREATED, ChallengeEvent.CODE_DELIVERED, ChallengeState.DELIVERED);
        on(ChallengeMethod.OTP, ChallengeState.DELIVERED, ChallengeEvent.CODE_DELIVERED, ChallengeState.DELIVERED);
        on(ChallengeMethod.OTP, ChallengeState.DELIVERED, ChallengeEvent.UNDELIVERABLE, ChallengeState.DELIVERED);
        for (ChallengeMethod method : ChallengeMethod.values()) {
            on(method, ChallengeState.CREATED, ChallengeEvent.UNDELIVERABLE, ChallengeState.FAILED);
        }
        for (ChallengeState open : new ChallengeState[] {ChallengeState.CREATED, ChallengeState.NOTIFIED}) {
            on(ChallengeMethod.OOB, open, ChallengeEvent.ANSWER_PENDING, open);
            on(ChallengeMethod.OOB, open, ChallengeEvent.ANSWER_APPROVED, ChallengeState.APPROVED);
            on(ChallengeMethod.OOB, open, ChallengeEvent.ANSWER_DECLINED, ChallengeState.DECLINED);
            on(ChallengeMethod.OOB, open, ChallengeEvent.ANSWER_CANCELLED, ChallengeState.CANCELLED);
            on(ChallengeMethod.OOB, open, ChallengeEvent.TIME_OVER, ChallengeState.EXPIRED);
        }
        for (ChallengeState open : new ChallengeState[] {ChallengeState.CREATED, ChallengeState.DELIVERED}) {
            on(ChallengeMethod.OTP, open, ChallengeEvent.CODE_RENEWED, open);
            on(ChallengeMethod.OTP, open, ChallengeEvent.RIGHT_CODE, ChallengeState.APPROVED);
            on(ChallengeMethod.OTP, open, ChallengeEvent.WRONG_CODE, open);
            on(ChallengeMethod.OTP, open, ChallengeEvent.LAST_WRONG_CODE, ChallengeState.ATTEMPTS_EXCEEDED);
            on(ChallengeMethod.OTP, open, ChallengeEvent.TIME_OVER, ChallengeState.EXPIRED);
        }
    }

    private ChallengeTransitions() {}

    private static void on(ChallengeMethod method, ChallengeState from, ChallengeEvent event, ChallengeState to) {
        TABLE.computeIfAbsent(method, m -> new EnumMap<>(ChallengeState.class))
                .computeIfAbsent(from, f -> new EnumMap<>(ChallengeEvent.class))
                .put(event, to);
    }

    /** The state after the event; empty if the event is none for a challenge of this method in this state. */
    public static Optional<ChallengeState> next(ChallengeMethod method, ChallengeState from, ChallengeEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(method, Map.of())
                .getOrDefault(from, Map.of())
                .get(event));
    }
}
