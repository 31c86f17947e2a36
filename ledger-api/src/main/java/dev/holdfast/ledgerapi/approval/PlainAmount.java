package dev.holdfast.ledgerapi.approval;

import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.ledgerapi.error.DetailCode;
import dev.holdfast.ledgerapi.error.Problems;
import dev.holdfast.ledgerapi.json.JsonReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;

/** An amount in two members that stand side by side. */
final class PlainAmount {

    private final String valueName;
    private final String currencyName;
    private @Nullable BigDecimal value;
    private @Nullable Currency currency;

    PlainAmount(String valueName, String currencyName) {
        this.valueName = valueName;
        this.currencyName = currencyName;
    }

    /** Reads a member of the amount; false if it is none. */
    boolean take(String name, JsonReader in) throws IOException {
        if (name.equals(valueName)) {
            value = in.number(name);
            return true;
        }
        if (name.equals(currencyName)) {
            currency = in.currency(name);
            return true;
        }
        return false;
    }

    boolean isPresent() {
        return value != null || currency != null;
    }

    void require(Problems problems) {
        problems.require(valueName, value);
        problems.require(currencyName, currency);
    }

    /** Zero or more; null if absent or not valid, which {@code problems} then tell. */
    @Nullable
    Money toMoney(Problems problems) {
        BigDecimal major = value;
        Currency unit = currency;
        if (major == null || unit == null) {
            return null;
        }
        var problem = Money.problemWithLimit(major, unit);
        problem.ifPresent(known -> problems.add(valueName, DetailCode.INVALID_VALUE, known.message()));
        return problem.isPresent() ? null : Money.ofMajor(major, unit);
    }
}
