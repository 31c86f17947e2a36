package dev.holdfast.engine.challenge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class ChallengeTransitionsTest {

    private static Set<ChallengeEvent> eventsOf(ChallengeMethod method, ChallengeState from) {
        return Stream.of(ChallengeEvent.values())
                .filter(event -> ChallengeTransitions.next(method, from, event).isPresent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChallengeEvent.class)));
    }

    private static Set<ChallengeState> reachable(ChallengeMethod method) {
        Set<ChallengeState> seen = EnumSet.of(ChallengeState.CREATED);
        Deque<ChallengeState> ahead = new ArrayDeque<>(seen);
        while (!ahead.isEmpty()) {
            ChallengeState from = ahead.remove();
            for (ChallengeEvent event : eventsOf(method, from)) {
                ChallengeState to =
                        ChallengeTransitions.next(method, from, event).orElseThrow();
                if (seen.add(to)) {
                    ahead.add(to);
                }
            }
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource
    void nothingLeadsOutOfATerminalState(ChallengeState state) {
        for (ChallengeMethod method : ChallengeMethod.values()) {
            assertThat(state.isOpen() || eventsOf(method, state).isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOpenStateThatIsReachedEndsByTime(ChallengeMethod method) {
        assertThat(reachable(method))
                .filteredOn(ChallengeState::isOpen)
                .allSatisfy(open -> assertThat(ChallengeTransitions.next(method, open, ChallengeEvent.TIME_OVER))
                        .contains(ChallengeState.EXPIRED));
    }

    @Test
    void eachMethodReachesItsOwnStates() {
        assertThat(reachable(ChallengeMethod.OOB))
                .containsExactly(
                        ChallengeState.CREATED,
                        ChallengeState.NOTIFIED,
                        ChallengeState.APPROVED,
                        ChallengeState.DECLINED,
                        ChallengeState.CANCELLED,
                        ChallengeState.EXPIRED,
                        ChallengeState.FAILED);
        assertThat(reachable(ChallengeMethod.OTP))
                .containsExactly(
                        ChallengeState.CREATED,
                        ChallengeState.DELIVERED,
                        ChallengeState.APPROVED,
                        ChallengeState.EXPIRED,
                        ChallengeState.ATTEMPTS_EXCEEDED,
                        ChallengeState.FAILED);
    }

    @Test
    void onlyTheRightCodeApprovesAnOtpChallenge() {
        assertThat(Stream.of(ChallengeEvent.values())
                        .filter(event -> Stream.of(ChallengeState.values())
                                .anyMatch(from -> ChallengeTransitions.next(ChallengeMethod.OTP, from, event)
                                        .filter(to -> to == ChallengeState.APPROVED)
                                        .isPresent())))
                .containsExactly(ChallengeEvent.RIGHT_CODE);
    }
}
