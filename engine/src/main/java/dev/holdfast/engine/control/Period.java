package dev.holdfast.engine.control;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A stretch of the calendar that begins anew. */
public enum Period {
    DAY,
    /** Begins on Monday, as in ISO 8601. */
    WEEK,
    MONTH,
    YEAR;

    LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** Longer than the longest there is: a zone may add hours to a day, and has been known to repeat one. */
    Duration longest() {
        return switch (this) {
            case DAY -> Duration.ofDays(2);
            case WEEK -> Duration.ofDays(8);
            case MONTH -> Duration.ofDays(32);
            case YEAR -> Duration.ofDays(367);
        };
    }
}
