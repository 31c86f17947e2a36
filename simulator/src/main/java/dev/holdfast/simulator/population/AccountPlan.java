package dev.holdfast.simulator.population;

import dev.holdfast.simulator.money.Amount;

import java.util.Currency;

/**
 * An account as it is to be opened.
 *
 * @param ref its name ({@code tenant_account_ref})
 * @param creditLimit how far its default balance may go below zero; may be zero
 * @param funding what is deposited before the load begins
 * @param promo whether it has a second balance, {@link #PROMO_BALANCE}, in the same currency
 */
public record AccountPlan(String ref, Amount creditLimit, Amount funding, boolean promo) {

    /** The second balance that some accounts have; refunds may name it. */
    public static final String PROMO_BALANCE = "promo";

    public Currency currency() {
        return funding.currency();
    }
}
