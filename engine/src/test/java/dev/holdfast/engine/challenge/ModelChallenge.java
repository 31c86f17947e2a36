package dev.holdfast.engine.challenge;

import java.util.Locale;

/** What a challenge should do, as one would tell it: seconds on a clock, and words for what has become of it. */
final class ModelChallenge {

    private final boolean otp;
    private final ChallengeLimits limits;
    private long second;
    private long lastCode;
    private boolean told;
    private String result = "";
    private int typed;
    private int codes;

    ModelChallenge(ChallengeMethod method, ChallengeLimits limits) {
        this.otp = method == ChallengeMethod.OTP;
        this.limits = limits;
        this.codes = otp ? 1 : 0;
    }

    void pass(long seconds) {
        second += seconds;
    }

    /** The refusal, or an empty word. */
    String told(boolean taken) {
        if (result().isEmpty() && taken) {
            told = true;
        } else if (result().isEmpty() && !told) {
            result = "failed";
        }
        return "";
    }

    String answer(String answer) {
        if (otp) {
            return "other_method";
        }
        String known = result();
        if (known.isEmpty()) {
            result = answer.equals("pending") ? "" : answer;
            return "";
        }
        if (known.equals("expired")) {
            return "expired";
        }
        return known.equals(answer) ? "" : "already_decided";
    }

    String type(boolean right) {
        String refusal = refusalOfCode();
        if (!refusal.isEmpty()) {
            return refusal;
        }
        typed++;
        if (right) {
            result = "approved";
            return "";
        }
        if (typed == limits.attempts()) {
            result = "attempts_exceeded";
            return "attempts_exceeded";
        }
        return "wrong_code";
    }

    String resend() {
        String refusal = refusalOfCode();
        if (!refusal.isEmpty()) {
            return refusal;
        }
        if (second - lastCode < limits.resendPause().toSeconds()) {
            return "too_soon";
        }
        if (codes == 1 + limits.resends()) {
            return "no_codes_left";
        }
        codes++;
        lastCode = second;
        return "";
    }

    private String refusalOfCode() {
        if (!otp) {
            return "other_method";
        }
        String known = result();
        return known.isEmpty() || known.equals("expired") || known.equals("attempts_exceeded")
                ? known
                : "already_decided";
    }

    private String result() {
        boolean late = second >= limits.lifetime().toSeconds();
        if (result.isEmpty() && late) {
            result = "expired";
        }
        return result;
    }

    @Override
    public String toString() {
        String open = told ? (otp ? "delivered" : "notified") : "created";
        String state = result().isEmpty() ? open : result;
        return String.format(Locale.ROOT, "%s, typed %d, codes %d", state, typed, codes);
    }
}
