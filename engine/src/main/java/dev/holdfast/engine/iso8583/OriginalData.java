package dev.holdfast.engine.iso8583;

import org.jspecify.annotations.Nullable;

/**
 * DE90: which message a reversal or an advice speaks of. Zeros where the sender does not know.
 *
 * @param messageType four digits, DE0 of the original
 * @param traceNumber DE11, six digits
 * @param transmitted DE7, MMDDhhmmss in UTC
 * @param acquirer DE32, eleven digits with leading zeros
 * @param forwarder DE33, eleven digits with leading zeros
 */
public record OriginalData(
        String messageType, String traceNumber, String transmitted, String acquirer, String forwarder) {

    private static final int[] ENDS = {4, 10, 20, 31, 42};

    /** Returns DE90, or null if the message has none. */
    public static @Nullable OriginalData of(Message message) {
        String text = message.find(90);
        return text == null
                ? null
                : new OriginalData(
                        text.substring(0, ENDS[0]),
                        text.substring(ENDS[0], ENDS[1]),
                        text.substring(ENDS[1], ENDS[2]),
                        text.substring(ENDS[2], ENDS[3]),
                        text.substring(ENDS[3], ENDS[4]));
    }

    /** Returns the 42 digits. */
    public String text() {
        return messageType + traceNumber + transmitted + acquirer + forwarder;
    }
}
