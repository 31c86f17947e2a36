package dev.holdfast.engine.notification;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When what was not delivered is sent again. Ten attempts over some 75 hours. Pure. */
final class RetrySchedule {

    /** After each failed attempt but the last. */
    static final List<Duration> RESTS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** The longest rest that a receiver may ask for. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** The part of a rest that is added to it at most, so that what failed together does not come again together. */
    private static final double JITTER = 0.1;

    private RetrySchedule() {}

    /**
     * How long to rest. Not shorter than scheduled, whatever the receiver asks for: attempts are few.
     *
     * @param attempt the one that has failed, from 1
     * @param asked what the receiver asks for; null if nothing
     * @param luck 0 to 1, evenly drawn
     * @return empty if this was the last attempt
     */
    static Optional<Duration> rest(int attempt, @Nullable Duration asked, double luck) {
        if (attempt > RESTS.size()) {
            return Optional.empty();
        }
        Duration scheduled = RESTS.get(Math.max(attempt, 1) - 1);
        Duration wished = asked == null || asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
        Duration rest = wished == null || wished.compareTo(scheduled) < 0 ? scheduled : wished;
        return Optional.of(rest.plusMillis((long) (rest.toMillis() * JITTER * luck)));
    }
}
