package dev.holdfast.engine.link;

/** What became of one file update. */
public enum FileUpdateOutcome {
    ACKNOWLEDGED,
    /** The network answered with another code than 00. */
    REFUSED,
    /** No answer in time. */
    TIMED_OUT,
    /** The link was closed before the answer. The network may have taken the update. */
    LINK_LOST,
    /** No link was free when it was to be sent. */
    NOT_SENT,
    /** The profile cannot carry it: the file's name or the record is too long or has characters that it does not know. */
    NOT_ENCODABLE
}
