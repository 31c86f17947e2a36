package dev.holdfast.simulator.network.lifecycle;

import dev.holdfast.simulator.network.card.PinBlocks;
import dev.holdfast.simulator.network.card.TestCard;
import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Kind;
import dev.holdfast.simulator.network.message.Links;
import dev.holdfast.simulator.network.message.Merchant;
import dev.holdfast.simulator.network.message.MessageId;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.message.NetworkId;
import dev.holdfast.simulator.network.message.Numbering;
import dev.holdfast.simulator.network.message.Presented;
import dev.holdfast.simulator.network.message.Statement;
import dev.holdfast.simulator.network.message.Terms;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** Makes the messages of one payment. Each is made once, when it is first sent or referred to. */
public final class PaymentDrafts {

    private static final String ADDRESS = "560001   17";

    private final Script script;
    private final TestCard card;
    private final Merchant merchant;
    private final Numbering numbering;
    private final Map<String, Draft> made = new HashMap<>();
    private final Map<String, NetworkAnswer> answers = new HashMap<>();

    public PaymentDrafts(Script script, TestCard card, Merchant merchant, Numbering numbering) {
        this.script = script;
        this.card = card;
        this.merchant = merchant;
        this.numbering = numbering;
    }

    /** Notes the answer to a step, for the approval code of what follows. */
    public void answered(String label, NetworkAnswer answer) {
        answers.put(label, answer);
    }

    public @Nullable NetworkAnswer answer(String label) {
        return answers.get(label);
    }

    /** Returns the step's message. */
    public Draft draft(Step step) {
        Draft known = made.get(step.label());
        if (known != null) {
            return known;
        }
        Draft draft = step.action().sendsAgain() ? again(step) : make(step, original(step));
        made.put(step.label(), draft);
        return draft;
    }

    /** Returns the reversal of a request whose answer did not come in time. */
    public Draft tooLate(Draft request) {
        return make(Step.of("", Action.TOO_LATE, "", 0), request);
    }

    /** Returns the full reversal of a request whose payment comes to nothing. */
    public Draft cancelled(Draft request) {
        return make(Step.of("", Action.REVERSE, "", 0), request);
    }

    /** Returns the advice that the network approved a request in the issuer's stead. */
    public Draft standIn(Draft request) {
        return make(Step.of("", Action.STAND_IN, "", request.terms().minor()), request);
    }

    private @Nullable Draft original(Step step) {
        return step.of().isEmpty() ? null : draft(script.step(step.of()));
    }

    private Draft again(Step step) {
        Draft first = draft(script.step(step.of()));
        return step.action() == Action.CONFLICT
                ? new Draft(
                        first.head(),
                        first.card(),
                        first.merchant(),
                        first.terms().worth(step.minor()),
                        first.links(),
                        first.statement())
                : first;
    }

    private Draft make(Step step, @Nullable Draft original) {
        Kind kind = step.has(Flag.ADVICE) ? Kind.REVERSAL_ADVICE : step.action().kind();
        return new Draft(
                new Draft.Head(kind, id(original)),
                presented(step),
                merchant,
                terms(step, original),
                links(step, kind, original),
                statement(step));
    }

    /** What refers to another message has its retrieval reference. */
    private MessageId id(@Nullable Draft original) {
        MessageId id = numbering.nextId();
        return original == null
                ? id
                : new MessageId(
                        id.transmitted(),
                        id.trace(),
                        id.acquirer(),
                        original.id().retrieval());
    }

    private Presented presented(Step step) {
        Presented presented = Presented.of(card);
        String cvv2 = card.embossing().cvv2();
        if (step.has(Flag.CVV)) {
            presented = presented.withCvv2(cvv2);
        }
        if (step.has(Flag.WRONG_CVV)) {
            presented = presented.withCvv2(cvv2.equals("000") ? "001" : "000");
        }
        PinBlocks pin = card.pin();
        if (pin != null && (step.has(Flag.PIN) || step.has(Flag.WRONG_PIN))) {
            presented = presented.withPin(step.has(Flag.PIN) ? pin.right() : pin.wrong());
        }
        return step.has(Flag.WRONG_EXPIRY) ? presented.withExpiry("9901") : presented;
    }

    private static Terms terms(Step step, @Nullable Draft original) {
        boolean reversal = step.action() == Action.REVERSE || step.action() == Action.TOO_LATE;
        if (reversal && original != null) {
            // A reversal repeats its original's terms; what is left is in DE95.
            return Terms.of(original.terms().processing(), original.terms().minor());
        }
        boolean held = step.action() == Action.HOLD
                || (original != null && original.terms().preauthorized() && step.action() != Action.CAPTURE);
        Terms terms = Terms.of(step.action().processing(), step.minor());
        terms = held && step.action() != Action.REFUND ? terms.held() : terms;
        terms = step.has(Flag.PARTIAL) ? terms.orLess() : terms;
        return step.has(Flag.ADDRESS) ? terms.verifying(ADDRESS) : terms;
    }

    private Links links(Step step, Kind kind, @Nullable Draft original) {
        if (original == null) {
            return Links.first(numbering.nextNetworkId());
        }
        boolean named = kind.isReversal() || kind == Kind.AUTHORIZATION_ADVICE;
        return new Links(
                kind.isRequest() ? numbering.nextNetworkId() : null,
                step.has(Flag.ZERO_ID) ? NetworkId.ZERO : networkId(original),
                named && !step.has(Flag.NO_ORIGINAL) ? original.asOriginal() : null,
                kind == Kind.FINANCIAL_ADVICE ? approvalCode(step) : null);
    }

    /** The whole life of a payment refers to the network's id of its first authorization. */
    private static @Nullable NetworkId networkId(Draft original) {
        return original.links().trace() == null
                ? original.links().own()
                : original.links().trace();
    }

    private @Nullable String approvalCode(Step step) {
        NetworkAnswer answer = answers.get(step.of());
        return answer == null ? null : answer.approvalCode();
    }

    private static Statement statement(Step step) {
        return switch (step.action()) {
            case REVERSE -> Statement.reversal(Statement.CANCELLED, step.minor());
            case TOO_LATE -> Statement.reversal(Statement.TOO_LATE, 0);
            case STAND_IN -> Statement.advice(step.has(Flag.DECLINED) ? "05" : NetworkAnswer.APPROVED);
            case CAPTURE ->
                Statement.capture(step.count().number(), step.count().of());
            default -> Statement.NONE;
        };
    }
}
