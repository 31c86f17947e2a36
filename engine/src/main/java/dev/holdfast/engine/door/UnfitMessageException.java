package dev.holdfast.engine.door;

/** A message that decodes, but whose card or content cannot be looked for. Names the field, not its value. */
final class UnfitMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String responseCode;

    UnfitMessageException(String what) {
        this(what, ResponseCodes.FORMAT_ERROR);
    }

    private UnfitMessageException(String what, String responseCode) {
        super(what, null, false, false);
        this.responseCode = responseCode;
    }

    /** A card number that nobody can have issued. */
    static UnfitMessageException noCardNumber() {
        return new UnfitMessageException("DE2 is no card number", ResponseCodes.NO_SUCH_CARD);
    }

    /** DE39. */
    String responseCode() {
        return responseCode;
    }

    static UnfitMessageException field(int number, String problem) {
        return new UnfitMessageException("DE" + number + " " + problem);
    }
}
