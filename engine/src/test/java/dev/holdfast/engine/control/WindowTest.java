package dev.holdfast.engine.control;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import static dev.holdfast.engine.control.Purchases.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WindowTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT10S", "PT1H", "PT24H", "PT744H"})
    void aSlidingWindowLosesAnInstantExactlyItsLengthLater(Duration length) {
        Window window = new Window.Sliding(length);
        Instant end = NOON.plus(length);

        assertThat(window.counts(NOON, end.minus(1, ChronoUnit.MICROS))).isTrue();
        assertThat(window.counts(NOON, end)).isFalse();
        assertThat(window.startAt(end)).isEqualTo(NOON.plus(1, ChronoUnit.MICROS));
    }

    @Test
    void aSlidingWindowCountsWhatIsStoredWithALaterTime() {
        assertThat(new Window.Sliding(Duration.ofSeconds(10)).counts(NOON.plusSeconds(60), NOON))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT9.999999S", "PT10.5S", "PT744H1S", "PT-10S"})
    void aSlidingWindowIsWholeSecondsFromTenSecondsToThirtyOneDays(Duration length) {
        assertThatThrownBy(() -> new Window.Sliding(length)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // Month ends, 29 February, and years with and without it.
        "MONTH, Asia/Singapore, 2024-02-29T23:59:59.999999999, 2024-02-01T00:00",
        "MONTH, Asia/Singapore, 2024-03-01T00:00, 2024-03-01T00:00",
        "MONTH, Asia/Singapore, 2023-02-28T23:59:59.999999999, 2023-02-01T00:00",
        "MONTH, Asia/Singapore, 2026-01-31T12:00, 2026-01-01T00:00",
        "MONTH, Asia/Singapore, 2026-04-30T23:59:59.999999999, 2026-04-01T00:00",
        "DAY, Asia/Singapore, 2024-02-29T12:00, 2024-02-29T00:00",
        "YEAR, Asia/Singapore, 2024-02-29T12:00, 2024-01-01T00:00",
        "YEAR, Asia/Singapore, 2024-12-31T23:59:59.999999999, 2024-01-01T00:00",
        "YEAR, Asia/Singapore, 2025-01-01T00:00, 2025-01-01T00:00",
        // Weeks over the new year, with and without a week 53.
        "WEEK, Europe/Berlin, 2027-01-01T10:00, 2026-12-28T00:00",
        "WEEK, Europe/Berlin, 2027-01-03T23:59:59.999999999, 2026-12-28T00:00",
        "WEEK, Europe/Berlin, 2027-01-04T00:00, 2027-01-04T00:00",
        "WEEK, Europe/Berlin, 2025-12-31T10:00, 2025-12-29T00:00",
        "WEEK, Europe/Berlin, 2024-03-03T10:00, 2024-02-26T00:00",
        // Periods in which the clock changes begin by the clock before the change.
        "DAY, Europe/Berlin, 2026-03-29T12:00, 2026-03-29T00:00",
        "MONTH, Europe/Berlin, 2026-10-31T12:00, 2026-10-01T00:00",
        "YEAR, America/New_York, 2026-07-04T12:00, 2026-01-01T00:00",
        // A day whose midnight the clock skips begins at one o'clock.
        "DAY, America/Sao_Paulo, 2018-11-04T12:00, 2018-11-04T01:00",
    })
    void aCalendarWindowBeginsWithTheFirstInstantOfItsPeriod(Period period, String zone, String now, String start) {
        Window window = new Window.Calendar(period, ZoneId.of(zone));

        assertThat(window.startAt(Purchases.local(now, zone))).isEqualTo(Purchases.local(start, zone));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 23",
        "Europe/Berlin, 2026-10-25, 25",
        "America/New_York, 2026-03-08, 23",
        "America/New_York, 2026-11-01, 25",
        "Asia/Singapore, 2026-03-29, 24",
        "America/Havana, 2026-11-01, 25",
        "Australia/Lord_Howe, 2026-04-05, 24.5",
    })
    void aDayIsAsLongAsTheClockMakesIt(String zone, String date, double hours) {
        Window window = new Window.Calendar(Period.DAY, ZoneId.of(zone));
        Instant midday = Purchases.local(date + "T12:00", zone);
        Instant start = window.startAt(midday);
        Instant next = start.plus((long) (hours * 60), ChronoUnit.MINUTES);

        assertThat(window.startAt(next.minusNanos(1))).isEqualTo(start);
        assertThat(window.startAt(next)).isEqualTo(next);
        assertThat(window.startAt(start.minusNanos(1))).isBefore(start);
    }

    @Test
    void aMidnightThatComesTwiceBeginsTheDayOnce() {
        Window window = new Window.Calendar(Period.DAY, ZoneId.of("America/Havana"));
        Instant first = Instant.parse("2026-11-01T04:00:00Z");

        assertThat(window.startAt(first)).isEqualTo(first);
        assertThat(window.startAt(first.plus(1, ChronoUnit.HOURS))).isEqualTo(first);
    }

    @Test
    void aCalendarWindowCountsItsOwnPeriodOnly() {
        Window window = new Window.Calendar(Period.DAY, ZoneId.of("Asia/Singapore"));
        Instant today = window.bucketAt(NOON);

        assertThat(window.counts(today, NOON)).isTrue();
        assertThat(window.counts(today.minus(1, ChronoUnit.DAYS), NOON)).isFalse();
        assertThat(window.counts(today.plus(1, ChronoUnit.DAYS), NOON)).isFalse();
    }

    @Test
    void theSameInstantIsInDifferentDaysOfDifferentZones() {
        Instant now = Instant.parse("2026-12-31T17:00:00Z");

        assertThat(new Window.Calendar(Period.YEAR, ZoneId.of("Asia/Singapore")).startAt(now))
                .isEqualTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(new Window.Calendar(Period.YEAR, ZoneId.of("America/New_York")).startAt(now))
                .isEqualTo(Instant.parse("2026-01-01T05:00:00Z"));
    }
}
