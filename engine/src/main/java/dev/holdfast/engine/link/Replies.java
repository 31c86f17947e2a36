package dev.holdfast.engine.link;

import dev.holdfast.engine.iso8583.Message;
import dev.holdfast.engine.iso8583.MessageBuilder;

/** The answers that the link gives itself, without asking anybody. */
final class Replies {

    static final String APPROVED = "00";
    static final String INVALID_TRANSACTION = "12";
    static final String FORMAT_ERROR = "30";
    static final String ISSUER_UNAVAILABLE = "91";
    static final String SYSTEM_ERROR = "96";

    private static final int RESPONSE_CODE = 39;

    /** What every answer repeats of its request. */
    private static final int[] ECHOED = {2, 3, 4, 5, 6, 7, 9, 10, 11, 15, 32, 33, 37, 41, 42, 49, 50, 51, 62, 63};

    /** What the answer to network management repeats. */
    private static final int[] ECHOED_IN_MANAGEMENT = {7, 11, 15, 32, 33, 37, 63, 70};

    private Replies() {}

    /** An answer to a message that {@code isAnswered}. */
    static byte[] to(Message request, String code) {
        return coded(request.answer(ECHOED), code);
    }

    static byte[] toManagement(Message request, String code) {
        return coded(request.answer(ECHOED_IN_MANAGEMENT), code);
    }

    static byte[] coded(MessageBuilder answer, String code) {
        return answer.set(RESPONSE_CODE, code).encode();
    }
}
