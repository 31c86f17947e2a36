package dev.holdfast.simulator.network.link;

import dev.holdfast.simulator.network.message.MessageId;
import dev.holdfast.simulator.network.message.NetworkId;
import dev.holdfast.simulator.network.message.Numbering;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers messages: DE11 counts to 999,999 and begins again at 1, DE7 is the time in UTC. */
public final class Traces implements Numbering {

    private static final int TRACES = 999_999;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final DateTimeFormatter TRANSMITTED =
            DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Numbers that a second of the day is worth, so that runs of one day do not meet: 86,400 times this is below 36^6. */
    private static final long NUMBERS_PER_SECOND = 25_000;

    /** So that a run which follows another in the same second begins where that one has not been. */
    private static final long TRACES_PER_MILLI = 37;

    private static final long RETRIEVALS = 1_000_000_000_000L;

    private final Clock clock;
    private final String acquirer;
    private int trace;
    private long number;
    private long retrieval;
    private long second = -1;
    private String transmitted = "";

    /** @param acquirer DE32, six digits */
    public Traces(Clock clock, String acquirer) {
        this.clock = clock;
        this.acquirer = acquirer;
        long nanosOfDay = clock.instant().atOffset(ZoneOffset.UTC).toLocalTime().toNanoOfDay();
        this.number = nanosOfDay * NUMBERS_PER_SECOND / NANOS_PER_SECOND;
        this.retrieval = clock.millis() * 100 % RETRIEVALS;
        this.trace = (int) (clock.millis() * TRACES_PER_MILLI % TRACES);
    }

    /** Returns DE7 of now. */
    public String transmitted() {
        Instant now = clock.instant();
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            transmitted = TRANSMITTED.format(now);
        }
        return transmitted;
    }

    /** Returns the next DE11. */
    public String nextTrace() {
        trace = trace % TRACES + 1;
        return digits(trace, 6);
    }

    @Override
    public MessageId nextId() {
        retrieval = (retrieval + 1) % RETRIEVALS;
        return new MessageId(transmitted(), nextTrace(), acquirer, digits(retrieval, 12));
    }

    @Override
    public NetworkId nextNetworkId() {
        number = number % (NetworkId.LIMIT - 1) + 1;
        return new NetworkId(number, transmitted().substring(0, 4));
    }

    private static String digits(long value, int width) {
        String digits = Long.toString(value);
        return "0".repeat(width - digits.length()) + digits;
    }
}
