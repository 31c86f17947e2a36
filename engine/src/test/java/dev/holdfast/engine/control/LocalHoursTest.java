package dev.holdfast.engine.control;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** 2 March 2026 is a Monday. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:59:59.999999999, false",
        "2026-03-02T09:00, true",
        "2026-03-02T16:59:59.999999999, true",
        "2026-03-02T17:00, false",
        "2026-03-03T12:00, false",
    })
    void includesTheFirstInstantAndExcludesTheLast(String local, boolean inside) {
        LocalHours hours = hours(Set.of(DayOfWeek.MONDAY), "09:00", "17:00");

        assertThat(hours.contains(Purchases.local(local, "Europe/Berlin"))).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T21:59:59.999999999, false",
        "2026-03-06T22:00, true",
        "2026-03-07T05:59:59.999999999, true",
        "2026-03-07T06:00, false",
        "2026-03-07T22:00, false",
        "2026-03-06T05:00, false",
    })
    void hoursOverMidnightBelongToTheDayTheyBeginOn(String local, boolean inside) {
        LocalHours hours = hours(Set.of(DayOfWeek.FRIDAY), "22:00", "06:00");

        assertThat(hours.contains(Purchases.local(local, "Europe/Berlin"))).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06T12:00, true", "2026-03-07T11:59, true", "2026-03-07T12:00, false"})
    void equalTimesAreTwentyFourHours(String local, boolean inside) {
        LocalHours hours = hours(Set.of(DayOfWeek.FRIDAY), "12:00", "12:00");

        assertThat(hours.contains(Purchases.local(local, "Europe/Berlin"))).isEqualTo(inside);
    }

    @Test
    void anHourThatComesTwiceIsInsideBothTimes() {
        LocalHours hours = hours(EnumSet.allOf(DayOfWeek.class), "02:00", "03:00");

        assertThat(hours.contains(Instant.parse("2026-10-25T00:30:00Z"))).isTrue();
        assertThat(hours.contains(Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
        assertThat(hours.contains(Instant.parse("2026-10-25T02:00:00Z"))).isFalse();
    }

    @Test
    void anHourThatIsSkippedNeverComes() {
        LocalHours hours = hours(EnumSet.allOf(DayOfWeek.class), "02:00", "03:00");

        assertThat(hours.contains(Instant.parse("2026-03-29T00:59:59.999999999Z")))
                .isFalse();
        assertThat(hours.contains(Instant.parse("2026-03-29T01:00:00Z"))).isFalse();
    }

    @Test
    void refusesHoursOnNoDay() {
        assertThatThrownBy(() -> hours(Set.of(), "09:00", "17:00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalHours hours(Set<DayOfWeek> days, String from, String until) {
        return new LocalHours(days, LocalTime.parse(from), LocalTime.parse(until), BERLIN);
    }
}
