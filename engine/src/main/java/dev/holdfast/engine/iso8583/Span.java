package dev.holdfast.engine.iso8583;

/** Where a value lies, packed into an int so that a message needs one array for all: first byte, then units. */
final class Span {

    /** Returned instead of a span after a failure. */
    static final int NONE = -1;

    private Span() {}

    /** The place is below 2^15, the builder's bound, and the units below 2^13: the sign stays free for {@link #NONE}. */
    static int of(int from, int units) {
        return from << 16 | units;
    }

    static int from(int span) {
        return span >>> 16;
    }

    static int units(int span) {
        return span & 0xFFFF;
    }
}
