package dev.holdfast.engine.challenge;

import dev.holdfast.engine.challenge.ChallengeOutcome.Done;
import dev.holdfast.engine.challenge.ChallengeOutcome.Refused;
import dev.holdfast.engine.challenge.ChallengeRows.Read;
import dev.holdfast.engine.challenge.ChallengeStore.Named;
import dev.holdfast.engine.challenge.DeliveryOutcome.NotTaken;
import dev.holdfast.engine.challenge.DeliveryOutcome.Taken;
import dev.holdfast.engine.vault.SecretDigits;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/** Tells the tenant of a challenge, and writes down what came of it. */
final class ChallengeTelling {

    private static final Logger LOG = LoggerFactory.getLogger(ChallengeTelling.class);

    private final ChallengeStore store;
    private final ChallengeDelivery delivery;

    ChallengeTelling(ChallengeStore store, ChallengeDelivery delivery) {
        this.store = store;
        this.delivery = delivery;
    }

    /**
     * A challenge after the tenant was told.
     *
     * @param taken whether the tenant has taken it
     */
    record Told(Challenge challenge, boolean taken) {

        ChallengeOutcome toOutcome() {
            return taken ? new Done(challenge, false) : new Refused(ChallengeRefusal.NOT_DELIVERED, challenge);
        }
    }

    /** @param code what the tenant is to send; null of an OOB challenge */
    Future<Told> tell(Challenge challenge, @Nullable SecretDigits code) {
        return Future.succeededFuture()
                .compose(now -> code == null ? delivery.askCardholder(challenge) : delivery.sendCode(challenge, code))
                .otherwise(cause -> unexpected(challenge, cause))
                .compose(outcome ->
                        outcome.fold(taken -> taken(challenge, taken), notTaken -> notTaken(challenge, notTaken)));
    }

    /** The class alone: what a library says might repeat what it was given. */
    private static DeliveryOutcome unexpected(Challenge challenge, Throwable cause) {
        LOG.error(
                "telling the tenant of challenge {} failed with {}",
                challenge.id(),
                cause.getClass().getName());
        return new NotTaken(DeliveryOutcome.Problem.UNREACHABLE);
    }

    private Future<Told> taken(Challenge challenge, Taken taken) {
        ChallengeState state =
                switch (challenge.request().method()) {
                    case OOB -> ChallengeState.NOTIFIED;
                    case OTP -> ChallengeState.DELIVERED;
                };
        return store.taken(Named.of(challenge), state, taken.contacts())
                .compose(written -> after(challenge, written, true));
    }

    private Future<Told> notTaken(Challenge challenge, NotTaken notTaken) {
        LOG.warn("the tenant has not taken challenge {}: {}", challenge.id(), notTaken.problem());
        return store.fail(Named.of(challenge), challenge.progress().codes())
                .compose(written -> after(challenge, written, false));
    }

    /** What was over in the meantime stays as it is. */
    private Future<Told> after(Challenge challenge, Optional<Read> written, boolean taken) {
        return written.isPresent()
                ? Future.succeededFuture(new Told(written.get().challenge(), taken))
                : store.read(Named.of(challenge))
                        .map(read -> new Told(read.map(Read::challenge).orElse(challenge), taken));
    }
}
