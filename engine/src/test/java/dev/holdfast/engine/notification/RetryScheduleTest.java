package dev.holdfast.engine.notification;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class RetryScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void hasTenAttempts() {
        assertThat(RetrySchedule.rest(1, null, 0)).contains(Duration.ofSeconds(5));
        assertThat(RetrySchedule.rest(9, null, 0)).contains(Duration.ofHours(24));
        assertThat(RetrySchedule.rest(10, null, 0)).isEmpty();
        assertThat(RetrySchedule.rest(10, Duration.ofSeconds(1), 0)).isEmpty();
    }

    @Test
    void addsUpToATenth() {
        assertThat(RetrySchedule.rest(4, null, 0.5)).contains(Duration.ofMinutes(126));
        assertThat(RetrySchedule.rest(4, null, 1)).contains(Duration.ofMinutes(132));
    }

    @Test
    void restsLongerWhereTheReceiverAsksButNotShorterAndNotForMoreThanADay() {
        assertThat(RetrySchedule.rest(1, Duration.ofSeconds(90), 0)).contains(Duration.ofSeconds(90));
        assertThat(RetrySchedule.rest(4, Duration.ofSeconds(90), 0)).contains(Duration.ofHours(2));
        assertThat(RetrySchedule.rest(1, Duration.ofDays(30), 0)).contains(Duration.ofDays(1));
    }

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.read("90", NOW)).isEqualTo(Duration.ofSeconds(90));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 12:01:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 11:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @Test
    void takesWhatItCannotReadForNothing() {
        assertThat(RetryAfter.read(null, NOW)).isNull();
        assertThat(RetryAfter.read("soon", NOW)).isNull();
        assertThat(RetryAfter.read("-5", NOW)).isNull();
        assertThat(RetryAfter.read("9".repeat(30), NOW)).isNull();
    }
}
