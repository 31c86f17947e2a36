package dev.holdfast.engine.json;

/** A JSON text that is not of the form asked for. The message names the place. */
public final class JsonFormException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;

    JsonFormException(String place, String problem) {
        super(place.isEmpty() ? problem : place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    /** The path to the value, such as {@code 3.when.0.values}; empty for the whole text. */
    public String place() {
        return place;
    }

    /** What is wrong there. */
    public String problem() {
        return problem;
    }
}
