package dev.holdfast.simulator.network.message;

import org.jspecify.annotations.Nullable;

/**
 * What the issuer said to a message.
 *
 * @param code DE39
 * @param approvalCode DE38, null if absent
 * @param minor the amount in the answer: what was approved, if it is an approval
 * @param available what a balance inquiry came to, null in other answers
 */
public record NetworkAnswer(
        String code,
        @Nullable String approvalCode,
        long minor,
        @Nullable Long available) {

    public static final String APPROVED = "00";
    public static final String PARTLY = "10";
    public static final String VERIFIED = "85";
    public static final String MALFORMED = "30";

    public boolean isApproved() {
        return code.equals(APPROVED) || code.equals(PARTLY) || code.equals(VERIFIED);
    }

    /** Whether the issuer could not decide: its deadline, a full queue, a failure. Such an answer has no effect. */
    public boolean isUnavailable() {
        return code.equals("91") || code.equals("96");
    }

    @Override
    public String toString() {
        return "DE39 " + code + (approvalCode == null ? "" : " DE38 " + approvalCode + " for " + minor);
    }
}
