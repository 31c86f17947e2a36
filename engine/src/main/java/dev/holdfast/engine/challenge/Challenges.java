package dev.holdfast.engine.challenge;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.challenge.ChallengeOutcome.Done;
import dev.holdfast.engine.challenge.ChallengeOutcome.Refused;
import dev.holdfast.engine.challenge.ChallengePolicy.Verdict;
import dev.holdfast.engine.challenge.ChallengeRows.Read;
import dev.holdfast.engine.challenge.ChallengeStore.Counted;
import dev.holdfast.engine.challenge.ChallengeStore.Named;
import dev.holdfast.engine.challenge.ChallengeStore.Start;
import dev.holdfast.engine.vault.SecretDigits;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Starts challenges and takes what happens to them. Futures fail with the database's own exception if it cannot be asked; a
 * typed code may have been counted all the same.
 */
public final class Challenges {

    /** Of one run of {@link #expireDue}. */
    public static final int MAX_EXPIRED = 1_000;

    private final ChallengeStore store;
    private final Codes codes;
    private final ChallengeTelling telling;
    private final ChallengeLimits limits;
    private final ChallengePolicy policy;

    public Challenges(Pool pool, Codes codes, ChallengeDelivery delivery, ChallengeLimits limits) {
        this.store = new ChallengeStore(pool);
        this.codes = codes;
        this.telling = new ChallengeTelling(store, delivery);
        this.limits = limits;
        this.policy = new ChallengePolicy(limits);
    }

    public ChallengeLimits limits() {
        return limits;
    }

    /**
     * Starts a challenge and tells the tenant, once per account and key; the same start again is answered with the same
     * challenge, and tells nobody. One of which the tenant could not be told is {@link ChallengeState#FAILED}.
     */
    public Future<ChallengeOutcome> start(ChallengeRequest request) {
        ChallengeId id = ChallengeId.draw(AccountId.of(request.holder().account()));
        if (request.method() == ChallengeMethod.OOB) {
            return store.start(new Start(id, request, null), limits)
                    .compose(outcome -> isFresh(outcome) ? told(outcome, null) : Future.succeededFuture(outcome));
        }
        SecretDigits code = codes.draw();
        return store.start(new Start(id, request, codes.digest(id, code)), limits)
                .compose(outcome -> isFresh(outcome) ? told(outcome, code) : Future.succeededFuture(outcome))
                .onComplete(done -> code.wipe());
    }

    private static boolean isFresh(ChallengeOutcome outcome) {
        return outcome.fold(done -> !done.replayed(), refused -> false);
    }

    private Future<ChallengeOutcome> told(ChallengeOutcome started, @Nullable SecretDigits code) {
        return telling.tell(((Done) started).challenge(), code).map(told -> new Done(told.challenge(), false));
    }

    /** Takes a code that the cardholder has typed; the caller wipes it. The attempt is counted first, whatever it is. */
    public Future<ChallengeOutcome> type(int tenant, ChallengeId id, SecretDigits typed) {
        Named named = new Named(tenant, id);
        return store.countAttempt(named, limits)
                .compose(counted -> counted.isPresent()
                        ? compare(named, counted.get(), typed)
                        : refusal(named, read -> policy.counted(read.challenge().progress(), read.now())));
    }

    private Future<ChallengeOutcome> compare(Named named, Counted counted, SecretDigits typed) {
        ChallengeProgress progress = counted.challenge().progress();
        boolean right = codes.isRight(named.id(), typed, counted.digest());
        ChallengeEvent event = policy.eventOf(right, progress.attempts());
        if (event == ChallengeEvent.WRONG_CODE) {
            return Future.succeededFuture(new Refused(ChallengeRefusal.WRONG_CODE, counted.challenge()));
        }
        // A right code counts only while it is the last that was made.
        return store.conclude(named, ChallengePolicy.after(progress, event), null, right ? progress.codes() : null)
                .compose(concluded -> concluded.isPresent()
                        ? Future.succeededFuture(compared(right, concluded.get().challenge()))
                        : refusal(
                                named, read -> policy.compared(read.challenge().progress(), false, read.now())));
    }

    private static ChallengeOutcome compared(boolean right, Challenge challenge) {
        return right ? new Done(challenge, false) : new Refused(ChallengeRefusal.ATTEMPTS_EXCEEDED, challenge);
    }

    /** Makes a new code and has it sent. The one before is dead, whether that works or not. */
    public Future<ChallengeOutcome> resend(int tenant, ChallengeId id) {
        Named named = new Named(tenant, id);
        SecretDigits code = codes.draw();
        return store.renew(named, codes.digest(id, code), limits)
                .compose(renewed -> renewed.isPresent()
                        ? telling.tell(renewed.get().challenge(), code).map(ChallengeTelling.Told::toOutcome)
                        : refusal(named, read -> policy.renewed(read.challenge().progress(), read.now())))
                .onComplete(done -> code.wipe());
    }

    /** Takes the tenant's answer to an OOB challenge. The same result again is heard again. */
    public Future<ChallengeOutcome> answer(int tenant, ChallengeReply reply) {
        Named named = new Named(tenant, reply.id());
        return store.read(named)
                .map(found -> found.filter(
                        read -> ChallengeReply.Names.of(read.challenge()).equals(reply.names())))
                .compose(found -> found.isPresent()
                        ? decide(named, reply, found.get())
                        : Future.succeededFuture(new Refused(ChallengeRefusal.NOT_FOUND, null)));
    }

    private Future<ChallengeOutcome> decide(Named named, ChallengeReply reply, Read read) {
        Verdict verdict = answered(reply, read);
        boolean open =
                policy.at(read.challenge().progress(), read.now()).state().isOpen();
        if (verdict.refusal() != null || !open) {
            return settled(named, reply);
        }
        if (verdict.next().state().isOpen()) {
            return Future.succeededFuture(new Done(read.challenge(), false));
        }
        return store.conclude(named, verdict.next().state(), reply.reason(), null)
                .compose(concluded -> concluded.isPresent()
                        ? Future.succeededFuture(new Done(concluded.get().challenge(), false))
                        : settled(named, reply));
    }

    private Verdict answered(ChallengeReply reply, Read read) {
        return policy.answered(read.challenge().progress(), reply.answer(), read.now());
    }

    /** An answer that changes nothing: told twice, or too late. */
    private Future<ChallengeOutcome> settled(Named named, ChallengeReply reply) {
        return current(named).map(found -> {
            Read read = found.orElseThrow();
            ChallengeRefusal refusal = answered(reply, read).refusal();
            return refusal == null ? new Done(read.challenge(), true) : new Refused(refusal, read.challenge());
        });
    }

    /** Why a step was not taken. What has changed since it was not, and would let it pass now, is the time of a pause. */
    private Future<ChallengeOutcome> refusal(Named named, Function<Read, Verdict> rule) {
        return current(named)
                .map(found -> found.map(read -> new Refused(
                                Objects.requireNonNullElse(rule.apply(read).refusal(), ChallengeRefusal.TOO_SOON),
                                read.challenge()))
                        .orElseGet(() -> new Refused(ChallengeRefusal.NOT_FOUND, null)));
    }

    private Future<Optional<Read>> current(Named named) {
        return store.expire(named).compose(done -> store.read(named));
    }

    /** A tenant's challenge, by its id, as it is now. */
    public Future<Optional<Challenge>> find(int tenant, ChallengeId id) {
        return store.read(new Named(tenant, id))
                .map(found -> found.map(
                        read -> read.challenge().with(policy.at(read.challenge().progress(), read.now()))));
    }

    /**
     * Ends challenges whose time is over and that nobody has asked about, so that nothing is kept of their codes.
     *
     * @param limit 1 to {@link #MAX_EXPIRED}
     * @return how many
     */
    public Future<Integer> expireDue(int limit) {
        if (limit < 1 || limit > MAX_EXPIRED) {
            throw new IllegalArgumentException("a run's limit is 1 to " + MAX_EXPIRED);
        }
        return store.expireDue(limit);
    }
}
