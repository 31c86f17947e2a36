package dev.holdfast.engine.program;

import java.util.function.Function;

/** What came of a change of settings. */
public sealed interface ProgramOutcome {

    /** @param view as it is now */
    record Changed(ProgramView view) implements ProgramOutcome {}

    /**
     * Somebody else has changed them meanwhile, or the caller has not read them; nothing has changed.
     *
     * @param version the one that is stored
     */
    record OtherVersion(int version) implements ProgramOutcome {}

    default <T> T fold(Function<Changed, T> whenChanged, Function<OtherVersion, T> whenOther) {
        return this instanceof Changed changed ? whenChanged.apply(changed) : whenOther.apply((OtherVersion) this);
    }
}
