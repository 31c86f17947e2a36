package dev.holdfast.engine.program;

/**
 * A tenant's settings as they are stored.
 *
 * @param version 0 if the tenant has changed nothing
 */
public record ProgramView(int version, ProgramSettings settings) {

    static final ProgramView UNCHANGED = new ProgramView(0, ProgramSettings.DEFAULTS);
}
