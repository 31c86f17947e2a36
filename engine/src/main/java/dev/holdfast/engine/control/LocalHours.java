package dev.holdfast.engine.control;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours of the week as a clock on the wall shows them. An hour that the clock shows twice belongs both times; one that it
 * skips never comes.
 *
 * @param days the days on which the hours begin
 * @param from included
 * @param until excluded; if not after {@code from}, of the following day, so that equal times are 24 hours
 */
public record LocalHours(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {

    public LocalHours {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("hours need at least one day of the week");
        }
    }

    boolean contains(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        DayOfWeek day = local.getDayOfWeek();
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(until);
        if (from.isBefore(until)) {
            return begun && notOver && days.contains(day);
        }
        return (begun && days.contains(day)) || (notOver && days.contains(day.minus(1)));
    }
}
