package dev.holdfast.engine.control;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How far back a velocity limit looks. Instants are whole microseconds, the resolution of {@code timestamptz}. */
public sealed interface Window {

    /**
     * Buckets that a window takes: what summing it anew may cost. A calendar window needs one; a sliding window has one
     * for each microsecond that saw a movement. When so many are in a window, purchases are refused until some have left
     * it; forced movements still come in.
     */
    int MAX_BUCKETS = 1_024;

    /** The first instant that counts at {@code now}. */
    Instant startAt(Instant now);

    /** The bucket that takes what is spent at this instant. */
    Instant bucketAt(Instant at);

    /** Whether a bucket counts at {@code now}. */
    boolean counts(Instant bucket, Instant now);

    /** An age beyond which no bucket counts. */
    Duration reach();

    /**
     * The time just past: what is spent now counts until exactly {@code length} from now. What is stored with a later
     * time than now counts too, so that a clock that steps back makes no room.
     *
     * @param length 10 seconds to 31 days, whole seconds
     */
    record Sliding(Duration length) implements Window {

        public static final Duration MIN = Duration.ofSeconds(10);
        public static final Duration MAX = Duration.ofDays(31);

        public Sliding {
            if (length.compareTo(MIN) < 0
                    || length.compareTo(MAX) > 0
                    || !length.truncatedTo(ChronoUnit.SECONDS).equals(length)) {
                throw new IllegalArgumentException("a sliding window is 10 seconds to 31 days, in whole seconds");
            }
        }

        @Override
        public Instant startAt(Instant now) {
            return now.minus(length).plus(1, ChronoUnit.MICROS);
        }

        @Override
        public Instant bucketAt(Instant at) {
            return at;
        }

        @Override
        public boolean counts(Instant bucket, Instant now) {
            return !bucket.isBefore(startAt(now));
        }

        @Override
        public Duration reach() {
            return length;
        }
    }

    /**
     * A period of the calendar of one zone, from the first instant of its first day. Days may have 23 or 25 hours. A
     * period is known by its first instant: a change of the zone's rules that moves it begins it anew.
     */
    record Calendar(Period period, ZoneId zone) implements Window {

        @Override
        public Instant startAt(Instant now) {
            return period.firstDay(now.atZone(zone).toLocalDate())
                    .atStartOfDay(zone)
                    .toInstant();
        }

        @Override
        public Instant bucketAt(Instant at) {
            return startAt(at);
        }

        @Override
        public boolean counts(Instant bucket, Instant now) {
            return bucket.equals(startAt(now));
        }

        @Override
        public Duration reach() {
            return period.longest();
        }
    }

    /** Refuses what the database would round, and so move over an edge. */
    static void requireWholeTicks(Instant at) {
        if (!at.truncatedTo(ChronoUnit.MICROS).equals(at)) {
            throw new IllegalArgumentException("an instant must be whole microseconds");
        }
    }
}
