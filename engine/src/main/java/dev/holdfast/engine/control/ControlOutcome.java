package dev.holdfast.engine.control;

import java.util.function.Function;

/** What came of a change of a control's versions. */
public sealed interface ControlOutcome {

    /** @param view the version as it is now */
    record Done(ControlView view) implements ControlOutcome {}

    /** Nothing has changed. */
    record Refused(ControlRefusal reason) implements ControlOutcome {}

    default <T> T fold(Function<Done, T> whenDone, Function<Refused, T> whenRefused) {
        return this instanceof Done done ? whenDone.apply(done) : whenRefused.apply((Refused) this);
    }
}
