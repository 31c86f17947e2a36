package dev.holdfast.engine.network;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Where a listing of messages has got to: what is older is still to come. */
record MessageCursor(Instant before, UUID id) {

    /** After every instant that the database has. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Reads a cursor; absent, the listing begins with the newest.
     *
     * @throws IllegalArgumentException if it is none that {@link #text} has made
     */
    static MessageCursor parse(@Nullable String text) {
        if (text == null) {
            return new MessageCursor(END, new UUID(0, 0));
        }
        int dot = text.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        long micros = Long.parseLong(text.substring(0, dot), Character.MAX_RADIX);
        Instant before = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        if (micros < 0 || before.isAfter(END)) {
            throw new IllegalArgumentException("not a cursor of this list");
        }
        return new MessageCursor(before, UUID.fromString(text.substring(dot + 1)));
    }

    static String text(MessageView last) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.times().decidedAt());
        return Long.toString(micros, Character.MAX_RADIX) + "." + last.id();
    }
}
