package dev.holdfast.ledgerapi.json;

import dev.holdfast.engine.money.AmountProblem;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code {"value": 120.10, "currency": "PHP"}}: an amount of a movement, or a limit. */
public final class MoneyForm implements JsonForm {

    private @Nullable BigDecimal value;
    private @Nullable Currency currency;
    private boolean present;

    /** Reads the member {@code name} with this form. */
    public void read(String name, JsonReader in) throws IOException {
        present = in.object(name, this);
    }

    @Override
    public void member(String name, JsonReader in) throws IOException {
        switch (name) {
            case "value" -> value = in.number(name);
            case "currency" -> currency = in.currency(name);
            default -> in.skip();
        }
    }

    /** The amount of a movement, greater than zero; null if absent or not valid, which {@code problems} then tell. */
    public @Nullable Money toAmount(String name, Problems problems) {
        return toMoney(name, problems, true);
    }

    /** A limit, zero or more; null if absent or not valid, which {@code problems} then tell. */
    public @Nullable Money toLimit(String name, Problems problems) {
        return toMoney(name, problems, false);
    }

    private @Nullable Money toMoney(String name, Problems problems, boolean amount) {
        if (!present) {
            return null;
        }
        problems.require(name + ".value", value);
        problems.require(name + ".currency", currency);
        if (value == null || currency == null) {
            return null;
        }
        Optional<AmountProblem> problem =
                amount ? Money.problemWithAmount(value, currency) : Money.problemWithLimit(value, currency);
        if (problem.isPresent()) {
            problems.add(
                    name + ".value", DetailCode.INVALID_VALUE, problem.get().message());
            return null;
        }
        return Money.ofMajor(value, currency);
    }
}
