package dev.holdfast.engine.control;

/** What became of a purchase. */
public enum PastOutcome {
    APPROVED,
    /** Posted whatever the controls say. */
    FORCED,
    /** By controls and nothing else: with other controls it would have been approved. */
    DECLINED_BY_CONTROLS,
    /** For want of funds, say: no controls would have approved it. */
    DECLINED_OTHERWISE
}
