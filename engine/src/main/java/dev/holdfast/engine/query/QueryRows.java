package dev.holdfast.engine.query;

import dev.holdfast.engine.account.AccountView;
import dev.holdfast.engine.account.AccountView.BalanceView;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.HoldStatus;
import dev.holdfast.engine.book.JournalRows;
import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link QueryStore} selects. */
final class QueryRows {

    private QueryRows() {}

    static Optional<AccountView> account(RowSet<Row> rows) {
        List<BalanceView> balances = new ArrayList<>();
        Row last = null;
        for (Row row : rows) {
            Currency currency = Currency.of(row.getString(4));
            balances.add(new BalanceView(
                    row.getString(3),
                    new Money(row.getLong(5), currency),
                    new Money(row.getLong(6), currency),
                    new Money(row.getLong(7), currency)));
            last = row;
        }
        return Optional.ofNullable(last)
                .map(row -> new AccountView(
                        row.getString(0),
                        AccountStatus.ofLabel(row.getString(1)),
                        row.getOffsetDateTime(2).toInstant(),
                        balances));
    }

    static EntryView entry(Row row) {
        return new EntryView(
                row.getString(JournalRows.COLUMN_COUNT),
                row.getString(JournalRows.COLUMN_COUNT + 1),
                JournalRows.entry(row));
    }

    static HoldView hold(Row row) {
        Currency currency = Currency.of(row.getString(2));
        long authorized = row.getLong(4);
        long released = row.getLong(5);
        long captured = row.getLong(6);
        OffsetDateTime closedAt = row.getOffsetDateTime(8);
        return new HoldView(
                row.getUUID(0),
                row.getString(1),
                HoldStatus.ofLabel(row.getString(3)),
                new HoldView.Figures(
                        new Money(authorized, currency),
                        new Money(released, currency),
                        new Money(captured, currency),
                        new Money(authorized - released - captured, currency)),
                row.getOffsetDateTime(7).toInstant(),
                closedAt == null ? null : closedAt.toInstant());
    }

    static List<TrialBalance> trialBalances(RowSet<Row> rows) {
        Map<Currency, List<TrialBalance.Line>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            Currency currency = Currency.of(row.getString(0));
            lines.computeIfAbsent(currency, first -> new ArrayList<>())
                    .add(new TrialBalance.Line(
                            LedgerCode.ofNumber(row.getShort(1)),
                            major(row.getNumeric(2).bigDecimalValue(), currency),
                            major(row.getNumeric(3).bigDecimalValue(), currency)));
        }
        List<TrialBalance> balances = new ArrayList<>();
        lines.forEach((currency, ofCurrency) -> balances.add(new TrialBalance(currency, ofCurrency)));
        return balances;
    }

    private static BigDecimal major(BigDecimal minor, Currency currency) {
        return minor.movePointLeft(currency.digits()).setScale(currency.digits());
    }
}
