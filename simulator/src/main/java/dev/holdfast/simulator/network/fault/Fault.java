package dev.holdfast.simulator.network.fault;

/** What can become of a frame. */
public enum Fault {
    LOST,
    /** Held back while later ones pass. */
    DELAYED,
    TWICE,
    /** Each byte in a segment of its own. */
    BYTE_BY_BYTE,
    /** Held back until it goes out in one segment with others. */
    TOGETHER,
    /** Bytes that no dialect allows, in place of the frame. */
    DAMAGED,
    /** Half of it, then the end of the connection. */
    CUT,
    /** A frame of random bytes before it. */
    GARBAGE_BEFORE,
    /** A frame of no bytes before it. */
    EMPTY_BEFORE,
    /** A length before it that no message has. */
    OVERSIZE_BEFORE,
    /** Nothing passes in either direction for a while, then the connection ends. */
    HALF_OPEN,
    /** What comes back is not read for a while. */
    SLOW_READER
}
