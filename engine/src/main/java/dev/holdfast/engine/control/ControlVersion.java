package dev.holdfast.engine.control;

/**
 * What a decision quotes.
 *
 * @param control the control set's name, the same for all its versions
 * @param number from 1
 */
public record ControlVersion(String control, int number) {

    public ControlVersion {
        if (control.isBlank() || number < 1) {
            throw new IllegalArgumentException("a control has a name, and versions from 1");
        }
    }
}
