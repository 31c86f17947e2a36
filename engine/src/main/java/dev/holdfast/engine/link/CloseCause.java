package dev.holdfast.engine.link;

/** Why a link was closed. */
enum CloseCause {
    /** By the peer, or by the network between. */
    PEER,
    /** A frame above the limit was announced. */
    FRAME_TOO_LONG,
    /** Too many malformed messages in a row. */
    MALFORMED,
    /** A frame was begun and not finished in time. */
    PARTIAL_FRAME,
    /** The peer has not read its answers in time. */
    UNREAD_ANSWERS,
    /** The window was full and nothing was answered in time. */
    UNANSWERED_REQUESTS,
    /** The peer has missed too many echoes. */
    ECHO_MISSED,
    /** There were as many links as may be. */
    TOO_MANY_LINKS,
    /** The server closes. */
    SHUTDOWN
}
