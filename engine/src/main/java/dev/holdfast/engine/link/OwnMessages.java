package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;
import dev.holdfast.engine.iso8583.Profile;
import dev.holdfast.engine.iso8583.StationHeader;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Begins the messages that one link sends of its own accord. */
final class OwnMessages {

    private static final DateTimeFormatter TRANSMISSION_TIME =
            DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);

    private static final int LAST_TRACE = 999_999;

    private final Profile profile;
    private final Clock clock;
    private int trace;
    private @Nullable StationHeader stations;

    OwnMessages(Profile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    /** DE7 and DE11: what an answer is known by. */
    record Key(String time, String trace) {

        boolean matches(Message answer) {
            return time.equals(answer.find(7)) && trace.equals(answer.find(11));
        }
    }

    /** Notes who talks to whom. In profiles with a station header nothing can be sent before something was read. */
    void learnFrom(Message received) {
        StationHeader header = received.header();
        if (stations == null && header != null) {
            stations = header.answer();
        }
    }

    boolean canBegin() {
        return !profile.isHeaded() || stations != null;
    }

    Key nextKey() {
        trace = trace == LAST_TRACE ? 1 : trace + 1;
        return new Key(TRANSMISSION_TIME.format(clock.instant()), String.format("%06d", trace));
    }

    MessageBuilder begin(String type, Key key) {
        MessageBuilder message = profile.message(type).set(7, key.time()).set(11, key.trace());
        return stations == null ? message : message.header(stations);
    }

    Profile profile() {
        return profile;
    }
}
