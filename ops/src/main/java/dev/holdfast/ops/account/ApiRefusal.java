package dev.holdfast.ops.account;

/** The server could not be reached, or did not do what was asked. The message is for the person who asked. */
public final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean decided;

    private ApiRefusal(String message, boolean decided) {
        super(message, null, false, false);
        this.decided = decided;
    }

    /** The server has refused, and nothing was done. */
    static ApiRefusal refused(String message) {
        return new ApiRefusal(message, true);
    }

    /** Whether something was done is unknown. */
    static ApiRefusal unknown(String message) {
        return new ApiRefusal(message, false);
    }

    /** Whether it is certain that nothing was done. */
    boolean decided() {
        return decided;
    }
}
