package dev.holdfast.simulator.network.oracle;

import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.message.Terms;
import dev.holdfast.simulator.network.model.Decision;
import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Whether an answer can be right. Each method returns what was expected instead, or null if all is well. */
final class AnswerRules {

    private static final Set<String> ALWAYS_POSSIBLE = Set.of("91", "96");
    private static final Set<String> OF_EARLIER_MESSAGES = Set.of("12", "94");

    /** Codes of spend controls and of funds that others use, which the network cannot know. */
    private final Set<String> alsoPossible;

    AnswerRules(Set<String> alsoPossible) {
        this.alsoPossible = alsoPossible;
    }

    @Nullable
    String check(Watch watch, NetworkAnswer answer) {
        if (ALWAYS_POSSIBLE.contains(answer.code())) {
            return null;
        }
        if (watch.stored != null) {
            return sameAsStored(watch.draft, watch.stored, answer);
        }
        if (watch.certain != null) {
            return answer.code().equals(watch.certain) ? null : "DE39 " + watch.certain;
        }
        if (PinRules.isAbout(answer) || alsoPossible.contains(answer.code())) {
            return null;
        }
        String form = wellFormed(watch.draft, answer);
        if (form != null) {
            return form;
        }
        Decision quiet = watch.quiet;
        if (quiet != null && watch.hadTheAccountToItself()) {
            return exactly(watch, quiet, answer);
        }
        return admissible(watch, answer) ? null : "an answer that can be right";
    }

    private static @Nullable String sameAsStored(Draft draft, NetworkAnswer stored, NetworkAnswer answer) {
        boolean same = stored.code().equals(answer.code())
                && String.valueOf(stored.approvalCode()).equals(String.valueOf(answer.approvalCode()))
                && (!draft.terms().processing().spends() || stored.minor() == answer.minor());
        return same ? null : "the first answer again: " + stored;
    }

    private static @Nullable String exactly(Watch watch, Decision due, NetworkAnswer answer) {
        boolean amountMatters =
                answer.isApproved() && watch.draft.terms().processing().spends();
        boolean right = due.code().equals(answer.code()) && (!amountMatters || due.minor() == answer.minor());
        return right ? null : "DE39 " + due.code() + " for " + due.minor() + " with " + watch.account.model;
    }

    /** An approval carries a code, and the amount asked for; only a partial one less, and only where it is allowed. */
    private static @Nullable String wellFormed(Draft draft, NetworkAnswer answer) {
        if (!answer.isApproved()) {
            return null;
        }
        String code = answer.approvalCode();
        if (code == null || !code.matches("[A-Z0-9]{6}")) {
            return "an approval code of six characters";
        }
        Terms terms = draft.terms();
        if (answer.code().equals(NetworkAnswer.PARTLY)) {
            boolean allowed = draft.isDivisible() && answer.minor() > 0 && answer.minor() < terms.minor();
            return allowed ? null : "no partial approval";
        }
        return answer.minor() == terms.minor() ? null : "an approval of " + terms.minor();
    }

    private static boolean admissible(Watch watch, NetworkAnswer answer) {
        Terms terms = watch.draft.terms();
        if (!terms.processing().spends()) {
            return answer.code().equals(NetworkAnswer.APPROVED);
        }
        if (terms.isVerification()) {
            return answer.code().equals(NetworkAnswer.VERIFIED);
        }
        return answer.code().equals(NetworkAnswer.APPROVED)
                || answer.code().equals("51")
                || (answer.code().equals(NetworkAnswer.PARTLY) && watch.draft.isDivisible())
                || (OF_EARLIER_MESSAGES.contains(answer.code()) && watch.track.isEntangled());
    }
}
