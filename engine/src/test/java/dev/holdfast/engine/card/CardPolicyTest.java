package dev.holdfast.engine.card;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CardPolicyTest {

    /** The whole table: what a status may become. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INACTIVE | ACTIVE LOST STOLEN EXPIRED CLOSED",
                "ACTIVE   | LOCKED LOST STOLEN EXPIRED CLOSED",
                "LOCKED   | ACTIVE LOST STOLEN EXPIRED CLOSED",
                "LOST     | ACTIVE STOLEN CLOSED",
                "STOLEN   | CLOSED",
                "EXPIRED  | CLOSED",
                "CLOSED   |"
            })
    void allowsOnlyTheseChanges(CardStatus from, String allowed) {
        List<String> expected = allowed == null ? List.of() : List.of(allowed.split(" "));
        assertThat(Arrays.stream(CardStatus.values())
                        .filter(to -> CardPolicy.allows(from, to))
                        .map(Enum::name))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, LOST, ADD", "LOCKED, STOLEN, ADD", "LOST, STOLEN, ADD", "LOST, ACTIVE, DELETE"})
    void tellsTheNetworkOfCardsThatAreLostAndFound(CardStatus from, CardStatus to, FileAction action) {
        assertThat(CardPolicy.fileAction(from, to)).contains(action);
    }

    @ParameterizedTest
    @CsvSource({"LOST, CLOSED", "STOLEN, CLOSED", "ACTIVE, CLOSED", "ACTIVE, LOCKED", "LOCKED, ACTIVE"})
    void leavesTheNetworksFileAsItIsOtherwise(CardStatus from, CardStatus to) {
        assertThat(CardPolicy.fileAction(from, to)).isEmpty();
    }

    @Test
    void takesACardThroughTheLastDayOfItsMonth() {
        YearMonth expiry = YearMonth.of(2028, 2);
        assertThat(CardPolicy.expired(expiry, LocalDate.of(2028, 2, 29))).isFalse();
        assertThat(CardPolicy.expired(expiry, LocalDate.of(2028, 3, 1))).isTrue();
    }

    @Test
    void stopsTakingPinsAfterTheThirdWrongOne() {
        assertThat(CardPolicy.pinTriesExceeded(2)).isFalse();
        assertThat(CardPolicy.pinTriesExceeded(3)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void readsTheLabelsThatItWrites(CardStatus status) {
        assertThat(CardStatus.ofLabel(status.label())).isEqualTo(status);
    }

    @Test
    void restsLongerAfterEachFailureAndNotAfterTheLast() {
        assertThat(FileUpdates.rest(1).toSeconds()).isEqualTo(10);
        assertThat(FileUpdates.rest(2).toSeconds()).isEqualTo(20);
        assertThat(FileUpdates.rest(13).toHours()).isEqualTo(11);
        assertThat(FileUpdates.rest(FileUpdates.MAX_ATTEMPTS)).isZero();
    }
}
