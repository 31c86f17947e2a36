package dev.holdfast.engine.testing;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What a ledger said to a request, in a form that the model, the engine and its doors can all give.
 *
 * @param verdict what happened
 * @param reason why it was refused, as the wire code; absent otherwise
 * @param replayed whether the answer was an earlier one's repetition
 * @param figures what the answer shows
 */
public record Answer(Verdict verdict, @Nullable String reason, boolean replayed, Figures figures) {

    /** What happened. */
    public enum Verdict {
        APPLIED,
        REFUSED,
        KEY_REUSED
    }

    /**
     * @param balanceRef the balance that was, or would have been, changed
     * @param available minor units on it, after the operation or as the refusal saw it
     * @param remaining minor units on the hold that was named or opened
     */
    public record Figures(
            @Nullable String balanceRef,
            @Nullable Long available,
            @Nullable Long remaining) {
        public static final Figures NONE = new Figures(null, null, null);
    }

    public static Answer applied(Figures figures) {
        return new Answer(Verdict.APPLIED, null, false, figures);
    }

    public static Answer refused(String reason, Figures figures) {
        return new Answer(Verdict.REFUSED, reason, false, figures);
    }

    public static Answer keyReused() {
        return new Answer(Verdict.KEY_REUSED, null, false, Figures.NONE);
    }

    public Answer asReplay() {
        return new Answer(verdict, reason, true, figures);
    }

    /** The verdict as scenarios write it: {@code applied}, {@code refused hold_closed}, {@code replayed applied}. */
    public String toText() {
        String text = verdict.name().toLowerCase(Locale.ROOT) + (reason == null ? "" : " " + reason);
        return replayed ? "replayed " + text : text;
    }
}
