package dev.holdfast.simulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.simulator.model.ModelAccount;
import dev.holdfast.simulator.model.ModelHold;
import dev.holdfast.simulator.money.Amount;

import java.io.IOException;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A hold as the server shows it, or as the model has it.
 *
 * @param balanceRef the balance that it is on
 * @param open whether it is open; what closed it is the server's to know
 */
record HoldState(String balanceRef, boolean open, Amounts amounts) {

    record Amounts(Amount authorized, Amount released, Amount captured, Amount remaining) {}

    static Map<String, HoldState> of(ModelAccount account) {
        Map<String, HoldState> states = new TreeMap<>();
        for (ModelHold hold : account.holds()) {
            Currency currency = hold.balance().currency();
            states.put(
                    Objects.requireNonNull(hold.ref()),
                    new HoldState(
                            hold.balance().ref(),
                            hold.isOpen(),
                            new Amounts(
                                    new Amount(hold.authorized(), currency),
                                    new Amount(hold.released(), currency),
                                    new Amount(hold.captured(), currency),
                                    new Amount(hold.remaining(), currency))));
        }
        return states;
    }

    /** Reads one element of a page of holds. */
    static HoldState read(JsonNode hold) throws IOException {
        return new HoldState(
                hold.path("tenant_balance_ref").asText(),
                hold.path("status").asText().equals("open"),
                new Amounts(
                        AccountState.amount(hold.path("authorized_amount")),
                        AccountState.amount(hold.path("released_amount")),
                        AccountState.amount(hold.path("captured_amount")),
                        AccountState.amount(hold.path("remaining_amount"))));
    }

    @Override
    public String toString() {
        return (open ? "open" : "closed") + " on " + balanceRef + ", authorized " + amounts.authorized + ", released "
                + amounts.released + ", captured " + amounts.captured + ", remaining " + amounts.remaining;
    }
}
