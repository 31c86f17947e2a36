package dev.holdfast.simulator.network.host;

import dev.holdfast.simulator.network.card.PinBlocks;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Kind;
import dev.holdfast.simulator.network.message.Links;
import dev.holdfast.simulator.network.message.MessageId;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.message.Original;
import dev.holdfast.simulator.network.message.Presented;
import dev.holdfast.simulator.network.message.Statement;
import dev.holdfast.simulator.network.model.ModelAccount;
import dev.holdfast.simulator.network.model.ModelIssuer;

import java.util.HashSet;
import java.util.Set;

/** The model issuer with one mistake, or none. Safe for several threads, because balances are read from another. */
final class BrokenIssuer {

    private static final int EVERY = 50;

    private final ModelIssuer issuer;
    private final Mutation mutation;
    private final Set<String> reversed = new HashSet<>();
    private int requests;
    private int extra;

    BrokenIssuer(ModelIssuer issuer, Mutation mutation) {
        this.issuer = issuer;
        this.mutation = mutation;
    }

    synchronized void add(ModelAccount account) {
        issuer.add(account);
    }

    synchronized ModelAccount account(String ref) {
        return issuer.account(ref);
    }

    synchronized NetworkAnswer answer(Draft draft, boolean repeat) {
        boolean spends = draft.kind().isRequest() && draft.terms().processing().spends();
        boolean turn = spends && draft.terms().minor() > 0 && ++requests % EVERY == 0;
        boolean tooLate = draft.kind().isReversal() && draft.statement().isTooLate();
        boolean cancels = draft.kind().isReversal() && !tooLate;
        return switch (mutation) {
            case TAKES_ANY_PIN, LETS_PINS_BE_GUESSED -> guessed(draft);
            case KEEPS_TWO_NAMES_APART -> issuer.answer(named(draft));
            case NONE, NEVER_EXPIRES -> issuer.answer(draft);
            case FORGETS_TO_RELEASE -> cancels ? yes(draft) : issuer.answer(draft);
            case KEEPS_WHAT_CAME_TOO_LATE -> tooLate ? yes(draft) : issuer.answer(draft);
            case DOUBLES_ON_REPEAT -> repeat && spends ? twice(draft) : issuer.answer(draft);
            case APPROVES_WHAT_WAS_REVERSED -> forgiving(draft);
            case APPROVES_WITHOUT_HOLDING -> turn ? yes(draft) : issuer.answer(draft);
            case HOLDS_AND_DECLINES -> turn ? no(issuer.answer(draft)) : issuer.answer(draft);
            case TAKES_NEW_TOTAL_FOR_REVERSED_AMOUNT -> issuer.answer(cancels ? inverted(draft) : draft);
            case CAPTURES_BESIDE_THE_HOLD ->
                issuer.answer(draft.kind() == Kind.FINANCIAL_ADVICE && !draft.isRefund() ? unlinked(draft) : draft);
            case ANSWERS_ADVICES_WITH_DECLINES ->
                draft.kind().isRequest() ? issuer.answer(draft) : no(issuer.answer(draft));
        };
    }

    synchronized void expire(Draft draft) {
        if (mutation != Mutation.NEVER_EXPIRES) {
            issuer.expire(draft);
        }
    }

    private NetworkAnswer guessed(Draft draft) {
        Presented given = draft.card();
        PinBlocks pin = given.card().pin();
        if (pin == null || !given.hasWrongPin()) {
            return issuer.answer(draft);
        }
        if (mutation == Mutation.LETS_PINS_BE_GUESSED) {
            return new NetworkAnswer("55", null, draft.terms().minor(), null);
        }
        return issuer.answer(new Draft(
                draft.head(),
                given.withPin(pin.right()),
                draft.merchant(),
                draft.terms(),
                draft.links(),
                draft.statement()));
    }

    private static NetworkAnswer yes(Draft draft) {
        return new NetworkAnswer("00", "BROKEN", draft.terms().minor(), null);
    }

    private static NetworkAnswer no(NetworkAnswer answer) {
        return new NetworkAnswer("51", null, answer.minor(), null);
    }

    private NetworkAnswer twice(Draft draft) {
        MessageId id = draft.id();
        MessageId other = new MessageId(id.transmitted(), id.trace(), "99" + ++extra, id.retrieval());
        issuer.answer(new Draft(
                new Draft.Head(draft.kind(), other),
                draft.card(),
                draft.merchant(),
                draft.terms(),
                new Links(null, null, null, null),
                draft.statement()));
        return issuer.answer(draft);
    }

    private NetworkAnswer forgiving(Draft draft) {
        Original original = draft.links().original();
        if (draft.kind().isReversal() && original != null) {
            reversed.add(original.id().name());
        }
        boolean late = draft.kind().isRequest() && reversed.contains(draft.id().name());
        return late ? yes(draft) : issuer.answer(draft);
    }

    private static Draft inverted(Draft draft) {
        Statement statement = draft.statement();
        long left = statement.newTotal() == 0 ? 0 : Math.max(0, draft.terms().minor() - statement.newTotal() - 1);
        return new Draft(
                draft.head(),
                draft.card(),
                draft.merchant(),
                draft.terms(),
                draft.links(),
                Statement.reversal(Statement.CANCELLED, left));
    }

    /** A request by DE90's name alone, so that it meets one payment of two. */
    private static Draft named(Draft draft) {
        return new Draft(
                draft.head(),
                draft.card(),
                draft.merchant(),
                draft.terms(),
                draft.kind().isRequest() ? new Links(null, draft.links().trace(), null, null) : draft.links(),
                draft.statement());
    }

    private static Draft unlinked(Draft draft) {
        return new Draft(
                draft.head(),
                draft.card(),
                draft.merchant(),
                draft.terms(),
                new Links(null, null, null, null),
                draft.statement());
    }
}
