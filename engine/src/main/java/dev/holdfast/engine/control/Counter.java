package dev.holdfast.engine.control;

import dev.holdfast.engine.money.Currency;

import java.util.Objects;
import java.util.Set;

/**
 * What a velocity limit counts. Two limits that count the same share a counter, whatever their versions; so it is made of
 * sets, and no order of listing matters.
 *
 * @param currency the billing currency of what is counted; a purchase billed in another is not
 * @param of the purchases that count: those for which all conditions hold; all purchases if there are none
 */
public record Counter(Scope scope, Window window, Currency currency, Set<Condition> of) {

    public Counter {
        Rule.requireBounded(of.size());
        of = Set.copyOf(of);
    }

    /** Whether the limit is about this purchase, in whatever currency it is billed. */
    boolean concerns(Purchase purchase) {
        return Condition.allHold(of, purchase);
    }

    boolean counts(Purchase purchase) {
        return purchase.amount().currency().equals(currency) && concerns(purchase);
    }

    CounterKey keyFor(Purchase purchase) {
        return new CounterKey(this, scope.subject(purchase));
    }

    /** Counters are keys of maps, and a condition may list a thousand values: those stay out of it. */
    @Override
    public int hashCode() {
        return Objects.hash(scope, window, currency, of.size());
    }
}
