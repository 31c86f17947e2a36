package dev.holdfast.engine.verification;

import dev.holdfast.engine.money.Currency;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the sums that {@link VerificationStore#GLANCE} selects, one row per currency. */
final class Glance {

    /**
     * The holds of one currency.
     *
     * @param open how many
     * @param held major units
     */
    record Holds(Currency currency, BigDecimal open, BigDecimal held) {}

    private Glance() {}

    static VerificationReport read(RowSet<Row> rows, InvariantMetrics metrics) {
        Findings findings = new Findings();
        List<Holds> holds = new ArrayList<>();
        for (Row row : rows) {
            String subject = "currency " + row.getString(0);
            findings.compare(Check.TOTALS_BALANCE, subject, "credits", number(row, 1), number(row, 2));
            findings.compare(
                    Check.TOTALS_MATCH_BALANCES, subject, "customer_available", number(row, 6), number(row, 3));
            findings.compare(Check.TOTALS_MATCH_BALANCES, subject, "customer_held", number(row, 7), number(row, 4));
            Currency currency = Currency.of(row.getString(0));
            holds.add(new Holds(currency, number(row, 5), number(row, 4).movePointLeft(currency.digits())));
        }
        metrics.holds(holds);
        return new VerificationReport(0, 0, 0, findings.list());
    }

    /** Without trailing zeros, so that equal numbers are equal objects. */
    private static BigDecimal number(Row row, int column) {
        return row.getNumeric(column).bigDecimalValue().stripTrailingZeros();
    }
}
