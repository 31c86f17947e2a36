package dev.holdfast.simulator.network.model;

import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Kind;
import dev.holdfast.simulator.network.message.MessageId;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.message.NetworkId;
import dev.holdfast.simulator.network.message.Original;
import dev.holdfast.simulator.network.message.Presented;
import dev.holdfast.simulator.network.message.Processing;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** An issuer in memory: what it answers to each message, and what that leaves on the accounts. */
public final class ModelIssuer {

    private record Stored(Draft draft, NetworkAnswer answer) {}

    private record Key(Kind kind, MessageId id, String card) {}

    private final boolean visa;
    private final DecisionPolicy policy;
    private final Map<String, ModelAccount> accounts = new HashMap<>();
    private final Map<Key, Stored> answers = new HashMap<>();
    private final Map<String, Long> byName = new HashMap<>();
    private final Map<NetworkId, Long> byNetworkId = new HashMap<>();
    private final Map<String, Long> byApproval = new HashMap<>();
    private final Map<String, Integer> wrongPins = new HashMap<>();
    private final Map<NetworkId, MessageId> ownerOfNetworkId = new HashMap<>();
    private long payments;
    private long approvals;

    /** @param visa whether the response codes are the Visa style's */
    public ModelIssuer(boolean visa) {
        this.visa = visa;
        this.policy = new DecisionPolicy(visa);
    }

    public void add(ModelAccount account) {
        accounts.put(account.ref(), account);
    }

    /** @throws IllegalArgumentException if there is no such account */
    public ModelAccount account(String ref) {
        ModelAccount account = accounts.get(ref);
        if (account == null) {
            throw new IllegalArgumentException("no account " + ref);
        }
        return account;
    }

    /** Answers a message, new or repeated. */
    public NetworkAnswer answer(Draft draft) {
        Key key = new Key(draft.kind(), draft.id(), draft.card().card().cardId());
        Stored stored = answers.get(key);
        if (stored != null) {
            return stored.draft().equals(draft) ? stored.answer() : declined(Reason.DUPLICATE, draft);
        }
        NetworkAnswer answer = draft.kind().isRequest() ? decide(draft) : take(draft);
        answers.put(key, new Stored(draft, answer));
        return answer;
    }

    /** Ends the time of the payment that a message belongs to. */
    public void expire(Draft draft) {
        account(draft.card().card().accountRef()).change(paymentOf(draft), PaymentFacts::expired);
    }

    /** Lets days pass: authorizations that were not presented in time are given back. */
    public void pass(int days) {
        accounts.values().forEach(account -> account.pass(days));
    }

    private NetworkAnswer decide(Draft request) {
        NetworkId own = request.links().own();
        MessageId owner = own == null ? null : ownerOfNetworkId.putIfAbsent(own, request.id());
        if (owner != null && !owner.name().equals(request.id().name())) {
            return declined(Reason.DUPLICATE, request);
        }
        ModelAccount account = account(request.card().card().accountRef());
        long payment = paymentOf(request);
        Reason pin = policy.byCard(request) == null ? pinReason(request.card()) : null;
        Decision decision = pin == null
                ? policy.decide(request, account, account.payment(payment))
                : new Decision(pin.code(visa), 0);
        NetworkAnswer answer = answer(request, account, decision);
        if (answer.isApproved()) {
            account.change(payment, facts -> facts.approved(request, decision.minor()));
            byApproval.put(approvalKey(answer.approvalCode(), request), payment);
        }
        return answer;
    }

    /** Counts wrong PINs: after so many, no PIN is right; a right one before that forgets them. */
    private @Nullable Reason pinReason(Presented presented) {
        if (presented.pin() == null) {
            return null;
        }
        String card = presented.card().cardId();
        int wrong = wrongPins.getOrDefault(card, 0);
        if (wrong >= PinTries.MOST) {
            return Reason.PIN_TRIES_EXCEEDED;
        }
        wrongPins.put(card, presented.hasWrongPin() ? wrong + 1 : 0);
        return presented.hasWrongPin() ? Reason.PIN_INCORRECT : null;
    }

    private NetworkAnswer answer(Draft request, ModelAccount account, Decision decision) {
        boolean approved = new NetworkAnswer(decision.code(), null, 0, null).isApproved();
        return new NetworkAnswer(
                decision.code(),
                approved ? String.format(Locale.ROOT, "%06d", ++approvals % 1_000_000) : null,
                approved ? decision.minor() : request.terms().minor(),
                approved && request.terms().processing() == Processing.BALANCE ? account.spendable() : null);
    }

    private NetworkAnswer take(Draft advice) {
        ModelAccount account = account(advice.card().card().accountRef());
        account.change(paymentOf(advice), facts -> facts.stated(advice));
        return new NetworkAnswer(NetworkAnswer.APPROVED, null, advice.terms().minor(), null);
    }

    private NetworkAnswer declined(Reason reason, Draft draft) {
        return new NetworkAnswer(reason.code(visa), null, draft.terms().minor(), null);
    }

    /** Finds the payment that a message belongs to, or begins one; from now on all its names lead there. */
    private long paymentOf(Draft draft) {
        Long found = find(draft);
        long payment = found == null ? ++payments : found;
        join(payment, draft);
        byName.putIfAbsent(draft.id().name(), payment);
        Original original = draft.links().original();
        if (original != null) {
            byName.putIfAbsent(original.id().name(), payment);
        }
        remember(draft.links().own(), payment);
        remember(draft.links().trace(), payment);
        return payment;
    }

    /** A message may have the names of two payments: messages before it named one or the other, never both. */
    private void join(long payment, Draft draft) {
        NetworkId own = draft.links().own();
        Long other = byNetworkId(own == null ? draft.links().trace() : own);
        if (other != null && other != payment) {
            account(draft.card().card().accountRef()).join(payment, other);
            byName.replaceAll((name, number) -> number.equals(other) ? payment : number);
            byNetworkId.replaceAll((id, number) -> number.equals(other) ? payment : number);
        }
    }

    private @Nullable Long find(Draft draft) {
        Original original = draft.links().original();
        Long found = original == null ? null : byName.get(original.id().name());
        found = found == null ? byName.get(draft.id().name()) : found;
        found = found == null ? byNetworkId(draft.links().trace()) : found;
        found = found == null ? byNetworkId(draft.links().own()) : found;
        return found == null ? byApproval.get(approvalKey(draft.links().approvalCode(), draft)) : found;
    }

    private @Nullable Long byNetworkId(@Nullable NetworkId id) {
        return id == null || id.isZero() ? null : byNetworkId.get(id);
    }

    private void remember(@Nullable NetworkId id, long payment) {
        if (id != null && !id.isZero()) {
            byNetworkId.putIfAbsent(id, payment);
        }
    }

    private static String approvalKey(@Nullable String code, Draft draft) {
        return code + "/" + draft.id().retrieval() + "/" + draft.merchant().id() + "/"
                + draft.card().card().cardId();
    }
}
