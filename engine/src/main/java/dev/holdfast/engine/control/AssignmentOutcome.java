package dev.holdfast.engine.control;

import java.util.function.Function;

/** What came of assigning a control, or taking it away. */
public sealed interface AssignmentOutcome {

    /** It is as was asked; it may have been so before. */
    record Done() implements AssignmentOutcome {}

    /** Nothing has changed. */
    record Refused(ControlRefusal reason) implements AssignmentOutcome {}

    default <T> T fold(Function<Done, T> whenDone, Function<Refused, T> whenRefused) {
        return this instanceof Done done ? whenDone.apply(done) : whenRefused.apply((Refused) this);
    }
}
