package dev.holdfast.engine.control;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class WindowPropertyTest {

    /** 2000 to 2040, in seconds. */
    private static final long FIRST = 946_684_800L;

    private static final long LAST = 2_208_988_800L;

    @Property
    void aPeriodBeginsWhereItsNameDoes(
            @ForAll Period period,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = FIRST, max = LAST) long second,
            @ForAll @LongRange(max = 999_999_999) long nano) {
        Instant now = Instant.ofEpochSecond(second, nano);
        Instant start = new Window.Calendar(period, zone).startAt(now);

        assertThat(start).isBeforeOrEqualTo(now);
        assertThat(name(period, start, zone)).isEqualTo(name(period, now, zone));
        assertThat(name(period, start.minusNanos(1), zone)).isNotEqualTo(name(period, now, zone));
    }

    @Property
    void aPeriodBeginsWhereItBegan(
            @ForAll Period period,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = FIRST, max = LAST) long second) {
        Window window = new Window.Calendar(period, zone);
        Instant start = window.startAt(Instant.ofEpochSecond(second));

        assertThat(window.startAt(start)).isEqualTo(start);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(List.copyOf(ZoneId.getAvailableZoneIds())).map(ZoneId::of);
    }

    /** What people call the period, from calendar fields alone. */
    private static String name(Period period, Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return switch (period) {
            case DAY -> day.toString();
            case WEEK -> day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> day.getYear() + "-" + day.getMonthValue();
            case YEAR -> String.valueOf(day.getYear());
        };
    }
}
