package dev.holdfast.engine.query;

import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.money.Currency;

import java.math.BigDecimal;
import java.util.List;

/**
 * Every account of the chart in one currency: debits and credits must be equal.
 *
 * @param lines one per account of the chart that has moved
 */
public record TrialBalance(Currency currency, List<Line> lines) {

    public TrialBalance {
        lines = List.copyOf(lines);
    }

    /**
     * @param debits major units, ever
     * @param credits major units, ever
     */
    public record Line(LedgerCode code, BigDecimal debits, BigDecimal credits) {}

    public BigDecimal debits() {
        return lines.stream().map(Line::debits).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal credits() {
        return lines.stream().map(Line::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
