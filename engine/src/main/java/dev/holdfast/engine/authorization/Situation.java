package dev.holdfast.engine.authorization;

import dev.holdfast.engine.money.Currency;

import java.util.List;

/**
 * What is known when a request is decided.
 *
 * @param found what already stands against it: the card, the account, the credentials, the controls, the payment
 * @param currency that the account is billed in
 * @param spendable minor units that may be taken, credit limit included; zero if overdrawn
 * @param covered minor units of the request that the payment has taken before it came: its capture was faster
 * @param partialApproval whether the program approves a part where the whole is too much
 */
public record Situation(List<Finding> found, Currency currency, long spendable, long covered, boolean partialApproval) {

    public Situation {
        found = List.copyOf(found);
    }
}
