package dev.holdfast.engine.control;

/**
 * What a decision quotes.
 *
 * @param control the control set's name, the same for all its versions; 1 to 64 printable characters
 * @param number from 1
 */
public record ControlVersion(String control, int number) {

    public static final int MAX_NAME = 64;

    public ControlVersion {
        if (control.isBlank()
                || control.length() > MAX_NAME
                || control.chars().anyMatch(Character::isISOControl)
                || number < 1) {
            throw new IllegalArgumentException("a control has a name of 1 to 64 characters, and versions from 1");
        }
    }
}
