package dev.holdfast.simulator.network.oracle;

import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.model.PinTries;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whether an answer to a request with a PIN can be right, as far as the PIN goes. */
final class PinRules {

    private static final String WRONG = "55";
    /** Networks differ in what they call it. */
    private static final Set<String> EXCEEDED = Set.of("75", "38");

    private final Map<String, PinTries> byCard = new HashMap<>();

    void begin(Watch watch) {
        if (watch.draft.card().pin() != null) {
            watch.pinTaken = !tries(watch).surelyExceeded();
            watch.pinBegun = tries(watch).begin();
        }
    }

    /** Whether the answer is about the PIN, and so not about anything else. */
    static boolean isAbout(NetworkAnswer answer) {
        return answer.code().equals(WRONG) || EXCEEDED.contains(answer.code());
    }

    /** Learns from an answer. Returns what was expected instead, or null if all is well. */
    @Nullable
    String heard(Watch watch, NetworkAnswer answer) {
        if (watch.draft.card().pin() == null) {
            return isAbout(answer) ? "no word of a PIN" : null;
        }
        PinTries tries = tries(watch);
        boolean wrong = watch.draft.card().hasWrongPin();
        if (watch.certain != null || answer.isUnavailable()) {
            tries.unknown(wrong);
            return null;
        }
        String expected = expected(watch, tries, answer);
        if (EXCEEDED.contains(answer.code())) {
            tries.exceeded();
        } else if (answer.code().equals(WRONG)) {
            tries.wrong(watch.pinBegun);
        } else {
            tries.right(watch.pinBegun);
        }
        return expected;
    }

    private static @Nullable String expected(Watch watch, PinTries tries, NetworkAnswer answer) {
        boolean wrong = watch.draft.card().hasWrongPin();
        boolean alone = tries.hadTheCardToItself(watch.pinBegun);
        boolean saysExceeded = EXCEEDED.contains(answer.code());
        boolean saysWrong = answer.code().equals(WRONG);
        if (!watch.pinTaken && !saysExceeded) {
            return "DE39 75 or 38: the PIN was wrong too often";
        }
        if (saysExceeded) {
            return !alone || tries.perhapsExceeded() ? null : "an answer of a card whose PIN may be tried";
        }
        return saysWrong == wrong ? null : wrong ? "DE39 55" : "no wrong PIN";
    }

    void unanswered(Watch watch) {
        if (watch.draft.card().pin() != null) {
            tries(watch).unknown(watch.draft.card().hasWrongPin());
        }
    }

    private PinTries tries(Watch watch) {
        return byCard.computeIfAbsent(watch.draft.card().card().cardId(), card -> new PinTries());
    }
}
