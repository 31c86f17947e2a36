package dev.holdfast.engine.book;

import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A request that was answered with no, frozen with the figures that it was answered with.
 *
 * @param account whose request; the account need not exist
 * @param operation what was asked
 * @param reason why not
 * @param seen the balance and hold that the decision saw, as far as they exist
 * @param settlement the caller's names for the request, its fingerprint and when it was refused
 */
public record Refusal(AccountId account, Operation operation, RefusalReason reason, Seen seen, Settlement settlement)
        implements Settled {

    /**
     * @param balanceRef the balance that the request would have changed
     * @param available what it had available
     * @param holdRemaining what remained on the hold that the request named
     */
    public record Seen(
            @Nullable String balanceRef,
            @Nullable Money available,
            @Nullable Money holdRemaining) {
        public static final Seen NOTHING = new Seen(null, null, null);
    }

    @Override
    public References references() {
        return settlement.references();
    }

    @Override
    public UUID fingerprint() {
        return settlement.fingerprint();
    }

    public Instant refusedAt() {
        return settlement.at();
    }

    /** The refusal's reference on the wire ({@code tenant_action_ref}). */
    public UUID receipt() {
        return Digest.of("refusal")
                .with(account.value())
                .with(references().idempotencyKey())
                .toUuid();
    }
}
