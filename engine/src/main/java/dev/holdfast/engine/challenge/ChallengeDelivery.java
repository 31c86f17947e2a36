package dev.holdfast.engine.challenge;

import dev.holdfast.engine.vault.SecretDigits;
import io.vertx.core.Future;

/**
 * The port to the tenants, who know how their customers are reached. Whoever implements it bounds its time; the futures
 * may fail, which counts as not taken. A code goes to the tenant and nowhere else, and is not kept.
 */
public interface ChallengeDelivery {

    /** Asks the tenant to ask the cardholder. */
    Future<DeliveryOutcome> askCardholder(Challenge challenge);

    /**
     * Asks the tenant to send a code.
     *
     * @param code wiped by the caller once the future is done
     */
    Future<DeliveryOutcome> sendCode(Challenge challenge, SecretDigits code);
}
