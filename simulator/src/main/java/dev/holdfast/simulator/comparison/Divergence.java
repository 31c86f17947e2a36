package dev.holdfast.simulator.comparison;

/**
 * Where the server and the model differ.
 *
 * @param key the idempotency key of the operation, or of the last one before the difference was seen
 * @param operation what was asked
 * @param request method, path and body
 * @param expected what the model says
 * @param actual what the server says
 */
public record Divergence(String key, String operation, String request, String expected, String actual) {

    /** On several lines, for people. */
    public String describe() {
        return "operation " + operation + "\n  key      " + key + "\n  request  " + request + "\n  expected " + expected
                + "\n  actual   " + actual;
    }
}
