package dev.holdfast.simulator.network.oracle;

import dev.holdfast.simulator.network.message.Draft;
import dev.holdfast.simulator.network.message.NetworkAnswer;
import dev.holdfast.simulator.network.model.DecisionPolicy;
import dev.holdfast.simulator.network.model.ModelAccount;
import dev.holdfast.simulator.network.model.PaymentFacts;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Learns from the answers what the books must look like, and holds answers and books against it. */
public final class Oracle {

    private final long seed;
    private final DecisionPolicy policy;
    private final AnswerRules rules;
    private final PinRules pins = new PinRules();
    private final Divergences divergences = new Divergences();
    private final Histories histories = new Histories();
    private final Map<String, WatchedAccount> accounts = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private long exact;

    /**
     * @param alsoPossible codes that the issuer may decline with for reasons that the network cannot know, such as spend
     *     controls
     */
    public Oracle(long seed, DecisionPolicy policy, Set<String> alsoPossible) {
        this.seed = seed;
        this.policy = policy;
        this.rules = new AnswerRules(Set.copyOf(alsoPossible));
    }

    /** Begins to watch an account that stands as the model says. */
    public void watch(ModelAccount account) {
        accounts.put(account.ref(), new WatchedAccount(account));
    }

    public boolean watches(String accountRef) {
        return accounts.containsKey(accountRef);
    }

    public void begun(PaymentTrack track) {
        histories.add(track);
    }

    /** Notes that from now on a payment's account may change by itself. Ends with {@link #certain}. */
    public void uncertain(PaymentTrack track) {
        account(track).begin();
    }

    /** Notes that a payment's account is as the model has it again. */
    public void certain(PaymentTrack track) {
        account(track).settle();
    }

    /** Notes that a payment has expired. */
    public void expired(PaymentTrack track) {
        account(track).model.change(track.number(), PaymentFacts::expired);
    }

    /** Drops the facts of a payment of which no message will follow. */
    public void ended(PaymentTrack track) {
        account(track).model.forget(track.number());
    }

    /**
     * Notes that a request is sent for the first time.
     *
     * @param stored the answer that the same message has had, null if it is new
     */
    public Watch request(PaymentTrack track, Draft request, @Nullable NetworkAnswer stored) {
        WatchedAccount account = account(track);
        Watch watch = new Watch(track, request, account, stored);
        PaymentFacts facts = account.model.payment(track.number());
        watch.certain = policy.byCard(request);
        if (watch.certain == null) {
            watch.certain = policy.byPayment(request, facts);
        }
        if (account.isSettled() && facts.isPlain()) {
            watch.quiet = policy.decide(request, account.model, facts);
        }
        if (!facts.isPlain()) {
            track.entangled();
        }
        if (stored == null) {
            pins.begin(watch);
        }
        begin(watch);
        return watch;
    }

    /** Notes that a message under the identity of an answered one is sent, which must be declined as such. */
    public Watch conflict(PaymentTrack track, Draft request, String due) {
        Watch watch = new Watch(track, request, account(track), null);
        watch.certain = due;
        begin(watch);
        return watch;
    }

    /** Notes that a message is sent which cannot be declined. */
    public Watch advice(PaymentTrack track, Draft advice) {
        Watch watch = new Watch(track, advice, account(track), null);
        track.entangled();
        begin(watch);
        return watch;
    }

    private static void begin(Watch watch) {
        watch.account.begin();
        watch.accountVersion = watch.account.version();
    }

    /** Notes that a request was answered in time. */
    public void answered(Watch watch, NetworkAnswer answer) {
        String expected = rules.check(watch, answer);
        String byPin = watch.stored == null ? pins.heard(watch, answer) : null;
        expected = expected == null ? byPin : expected;
        exact += watch.certain != null || (watch.quiet != null && watch.hadTheAccountToItself()) ? 1 : 0;
        if (expected != null) {
            diverged(watch, expected, answer);
        }
        if (answer.isApproved() && watch.stored == null && watch.certain == null) {
            watch.account.model.change(watch.track.number(), facts -> facts.approved(watch.draft, answer.minor()));
        }
        watch.account.settle();
    }

    /** Notes that the network has taken care of a request without an answer; its reversal is acknowledged. */
    public void settled(Watch watch) {
        if (watch.stored == null && watch.draft.kind().isRequest()) {
            pins.unanswered(watch);
        }
        watch.account.settle();
    }

    /** Notes an acknowledgement. */
    public void acknowledged(Watch watch, NetworkAnswer answer) {
        if (!answer.code().equals(NetworkAnswer.APPROVED)) {
            diverged(watch, "DE39 00, whatever the state", answer);
        }
        watch.account.model.change(watch.track.number(), facts -> facts.stated(watch.draft));
        watch.account.settle();
    }

    /** Notes that an advice was never acknowledged, so that nobody knows what the account must look like. */
    public void abandoned(Watch watch) {
        doubtful.add(watch.track.accountRef());
    }

    /** Notes a balance that the model does not have. */
    void differs(ModelAccount account, String actual) {
        divergences.add(new Divergence(
                seed, "balances of account " + account.ref(), account.toString(), actual, histories.of(account.ref())));
    }

    private void diverged(Watch watch, String expected, NetworkAnswer answer) {
        List<String> history = new ArrayList<>(watch.track.history());
        divergences.add(new Divergence(seed, "answer to " + watch.draft, expected, answer.toString(), history));
    }

    /** Returns the accounts that can be compared. */
    public Collection<ModelAccount> comparable() {
        return accounts.values().stream()
                .map(account -> account.model)
                .filter(account -> !doubtful.contains(account.ref()))
                .toList();
    }

    public int doubtfulAccounts() {
        return doubtful.size();
    }

    /** Returns how many answers were known exactly beforehand. */
    public long exactlyPredicted() {
        return exact;
    }

    public Divergences divergences() {
        return divergences;
    }

    private WatchedAccount account(PaymentTrack track) {
        WatchedAccount account = accounts.get(track.accountRef());
        if (account == null) {
            throw new IllegalArgumentException("account " + track.accountRef() + " is not watched");
        }
        return account;
    }
}
