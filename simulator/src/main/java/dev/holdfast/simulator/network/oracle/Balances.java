package dev.holdfast.simulator.network.oracle;

import io.vertx.core.Future;

/** Where the issuer's books can be read, by account reference. */
@FunctionalInterface
public interface Balances {

    /**
     * Minor units of the account's default balance.
     *
     * @param creditLimit how far available may go below zero by spending
     */
    record Standing(long available, long held, long creditLimit) {}

    /** The future fails if the account cannot be read. */
    Future<Standing> of(String accountRef);
}
