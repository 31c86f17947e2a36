package dev.holdfast.engine.door;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;

/** DE7: MMDDhhmmss in UTC, without a year. */
final class TransmissionTime {

    private TransmissionTime() {}

    /**
     * The instant nearest to when the message came: around New Year it may be of the year before or after; 29 February is
     * looked for as far as there is one.
     *
     * @throws UnfitMessageException if no year has that day
     */
    static Instant of(String digits, Instant received) {
        int year = received.atOffset(ZoneOffset.UTC).getYear();
        return IntStream.of(year, year - 1, year + 1)
                .mapToObj(candidate -> at(digits, candidate))
                .flatMap(Optional::stream)
                .min((one, other) -> distance(one, received).compareTo(distance(other, received)))
                .orElseThrow(() -> UnfitMessageException.field(7, "is no time of these years"));
    }

    private static Duration distance(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    private static Optional<Instant> at(String digits, int year) {
        try {
            return Optional.of(LocalDateTime.of(
                            year, pair(digits, 0), pair(digits, 2), pair(digits, 4), pair(digits, 6), pair(digits, 8))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notInThisYear) {
            return Optional.empty();
        }
    }

    private static int pair(String digits, int at) {
        return Integer.parseInt(digits, at, at + 2, 10);
    }
}
