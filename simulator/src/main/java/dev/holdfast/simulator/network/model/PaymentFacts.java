package dev.holdfast.simulator.network.model;

import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.Kind;
import dev.holdfast.simulator.network.message.MessageId;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.message.Original;
import dev.holdfast.simulator.network.message.Statement;

import java.util.Map;
import java.util.TreeMap;

/** The facts of one payment. Authorizations and presentments are known by what DE90 would call them. */
public final class PaymentFacts {

    private static final int FINAL_DAYS = 7;
    private static final int PREAUTHORIZED_DAYS = 30;

    private final Map<String, AuthorizationFacts> authorizations = new TreeMap<>();
    private final Map<String, CaptureFacts> captures = new TreeMap<>();
    private int daysUnpresented;
    private boolean expired;

    /** Notes an approval of a request. */
    public void approved(Draft request, long minor) {
        if (!request.terms().processing().spends()) {
            return;
        }
        AuthorizationFacts facts = authorization(request.id().name());
        facts.preauthorized(request.terms().preauthorized());
        facts.approved(minor);
        if (request.kind() == Kind.FINANCIAL) {
            facts.posted();
        }
        daysUnpresented = 0;
    }

    /** Lets days pass: what is not presented in time is given back. */
    void pass(int days) {
        daysUnpresented += days;
        boolean preauthorized = authorizations.values().stream().anyMatch(AuthorizationFacts::isPreauthorized);
        expired |= daysUnpresented >= (preauthorized ? PREAUTHORIZED_DAYS : FINAL_DAYS);
    }

    /** Takes over all facts of what has turned out to be the same payment. */
    void join(PaymentFacts other) {
        authorizations.putAll(other.authorizations);
        captures.putAll(other.captures);
        expired |= other.expired;
    }

    /** Notes that its time is over: what is not presented by now is given back. */
    public void expired() {
        expired = true;
    }

    /** Notes what an advice or a reversal states. */
    public void stated(Draft advice) {
        switch (advice.kind()) {
            case AUTHORIZATION_ADVICE -> standIn(advice);
            case FINANCIAL_ADVICE ->
                capture(advice.id().name())
                        .presented(
                                advice.terms().minor(),
                                advice.isRefund(),
                                advice.statement().isLastCapture());
            case REVERSAL, REVERSAL_ADVICE -> reversal(advice);
            case AUTHORIZATION, FINANCIAL -> throw new IllegalArgumentException("a request states nothing");
        }
    }

    private void standIn(Draft advice) {
        String code = advice.statement().responseCode();
        boolean approved = NetworkAnswer.APPROVED.equals(code) || NetworkAnswer.PARTLY.equals(code);
        if (approved && advice.terms().processing().spends()) {
            AuthorizationFacts facts = authorization(standsFor(advice).name());
            facts.preauthorized(advice.terms().preauthorized());
            facts.standIn(advice.terms().minor());
        }
    }

    private void reversal(Draft reversal) {
        Original original = reversal.links().original();
        Statement statement = reversal.statement();
        if (original == null) {
            // Known by the network's id alone, it can only mean the payment's one authorization.
            authorizations.values().forEach(facts -> facts.reversed(Math.max(0, statement.newTotal())));
            return;
        }
        if (original.kind() == Kind.FINANCIAL_ADVICE) {
            capture(original.id().name()).takenBack();
        } else if (statement.isTooLate()) {
            authorization(original.id().name()).tooLate();
        } else {
            authorization(original.id().name()).reversed(Math.max(0, statement.newTotal()));
        }
    }

    /** Returns the authorization that an advice speaks of: what DE90 names, else the advice itself. */
    static MessageId standsFor(Draft advice) {
        Original original = advice.links().original();
        return original == null ? advice.id() : original.id();
    }

    /** Whether nothing of this request is left, though it may not have come yet. */
    public boolean isTakenBack(MessageId request) {
        AuthorizationFacts facts = authorizations.get(request.name());
        return facts != null && facts.isTakenBack();
    }

    public boolean isStoodInFor(MessageId request) {
        AuthorizationFacts facts = authorizations.get(request.name());
        return facts != null && facts.isStoodInFor();
    }

    /** Whether nothing more can be authorized on it: all was taken back, or the last capture was presented. */
    public boolean isClosed() {
        boolean preauthorized = authorizations.values().stream().anyMatch(AuthorizationFacts::isPreauthorized);
        return captures.values().stream()
                .anyMatch(facts -> preauthorized ? facts.isLastCapture() : facts.wasLastCapture());
    }

    /** Whether there is nothing to the payment but approvals, so that only the funds decide on another request. */
    public boolean isPlain() {
        return captures.isEmpty()
                && authorizations.values().stream().noneMatch(facts -> facts.isReversed() || facts.isStoodInFor());
    }

    /** Returns what the facts come to. */
    public Effect effect() {
        long authorized = 0;
        boolean preauthorized = false;
        for (AuthorizationFacts facts : authorizations.values()) {
            authorized += expired && !facts.isPosted() ? 0 : facts.effective();
            preauthorized |= facts.isPreauthorized();
        }
        long captured = 0;
        long returned = 0;
        long refunded = 0;
        boolean complete = false;
        boolean concluded = false;
        for (CaptureFacts facts : captures.values()) {
            captured += facts.captured();
            returned += facts.returned();
            refunded += facts.refunded();
            complete |= facts.isLastCapture();
            concluded |= facts.wasLastCapture();
        }
        if (preauthorized) {
            long held = complete ? 0 : Math.max(0, authorized - captured);
            return new Effect(held, captured - refunded);
        }
        // What was charged at once and is taken back after it was presented returns to the customer.
        long charged = concluded ? captured : Math.max(authorized - returned, captured);
        return new Effect(0, charged - refunded);
    }

    /** Returns what the effect would be if this request were approved for an amount. */
    Effect effectWith(Draft request, long minor) {
        PaymentFacts copy = new PaymentFacts();
        copy.expired = expired;
        copy.captures.putAll(captures);
        copy.authorizations.putAll(authorizations);
        // What is known of this very request, its stand-in for instance, already counts.
        if (!authorizations.containsKey(request.id().name())) {
            copy.approved(request, minor);
        }
        return copy.effect();
    }

    private AuthorizationFacts authorization(String name) {
        return authorizations.computeIfAbsent(name, key -> new AuthorizationFacts());
    }

    private CaptureFacts capture(String name) {
        return captures.computeIfAbsent(name, key -> new CaptureFacts());
    }
}
