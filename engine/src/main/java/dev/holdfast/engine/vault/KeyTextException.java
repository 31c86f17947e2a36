package dev.holdfast.engine.vault;

/** A key file that cannot be used. Says where and why; never repeats what the file holds. */
public final class KeyTextException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    KeyTextException(String problem) {
        super(problem);
    }

    KeyTextException(int line, String problem) {
        super("line " + line + ": " + problem);
    }
}
