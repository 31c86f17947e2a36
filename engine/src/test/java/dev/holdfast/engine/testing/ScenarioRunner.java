package dev.holdfast.engine.testing;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountOpening.NewBalance;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.LedgerUnderTest.Standing;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** Plays a scenario on a ledger and compares every answer, and the balances after it, with the file. */
public final class ScenarioRunner {

    private static final Map<String, Operation> OPERATIONS = Map.of(
            "hold", Operation.HOLD,
            "restore", Operation.RESTORE,
            "debit", Operation.DEBIT,
            "credit", Operation.CREDIT,
            "debit_hold", Operation.DEBIT_HOLD,
            "credit_hold", Operation.CREDIT_HOLD,
            "deposit", Operation.DEPOSIT,
            "withdrawal", Operation.WITHDRAWAL,
            "expire", Operation.EXPIRE_HOLD);

    private final LedgerUnderTest ledger;
    private final int tenantId;
    private final String prefix;
    private final Map<String, Map<String, Currency>> balances = new HashMap<>();

    /**
     * Plays on this ledger.
     *
     * @param prefix put before every account reference, so that many scenarios share one database
     */
    public ScenarioRunner(LedgerUnderTest ledger, int tenantId, String prefix) {
        this.ledger = ledger;
        this.tenantId = tenantId;
        this.prefix = prefix;
    }

    public void play(Scenario scenario) {
        scenario.lines().forEach(this::play);
    }

    private void play(ScenarioLine line) {
        switch (line.word(0)) {
            case "account" -> open(line);
            case "status", "limit" -> change(line);
            default -> apply(line);
        }
    }

    /** {@code account a PHP limit=50 savings=PHP travel=JPY:100}. */
    private void open(ScenarioLine line) {
        Currency currency = Currency.of(line.word(2));
        Map<String, Currency> known = new HashMap<>(Map.of("default", currency));
        List<NewBalance> opened = new ArrayList<>();
        opened.add(new NewBalance("default", currency, minor(line.options().getOrDefault("limit", "0"), currency)));
        line.options().forEach((ref, terms) -> {
            if (!ref.equals("limit")) {
                String[] parts = terms.split(":", 2);
                Currency other = Currency.of(parts[0]);
                known.put(ref, other);
                opened.add(new NewBalance(ref, other, parts.length < 2 ? 0 : minor(parts[1], other)));
            }
        });
        balances.put(line.word(1), known);
        ledger.open(new AccountOpening(account(line), opened));
    }

    private void change(ScenarioLine line) {
        AccountChange change = line.word(0).equals("status")
                ? new AccountChange(account(line), AccountStatus.ofLabel(line.word(2)), null, null)
                : new AccountChange(account(line), null, money(line.word(2), line.word(3)), line.option("balance"));
        assertThat(ledger.change(change)).as(line.place()).isEqualTo(line.outcome());
    }

    private void apply(ScenarioLine line) {
        Answer answer = ledger.apply(request(line));
        assertThat(answer.toText()).as(line.place()).isEqualTo(line.outcome());
        line.expected().keySet().forEach(name -> compare(line, name, answer));
    }

    private void compare(ScenarioLine line, String name, Answer answer) {
        String ref = line.option("balance") == null ? "default" : Objects.requireNonNull(line.option("balance"));
        Currency currency =
                Objects.requireNonNull(balances.get(line.word(1)), line.place()).get(ref);
        long expected = minor(line.expected(name), Objects.requireNonNull(currency, line.place()));
        Standing standing = ledger.standing(account(line), ref);
        long actual =
                switch (name) {
                    case "available" -> standing.available();
                    case "held" -> standing.held();
                    case "answered" ->
                        Objects.requireNonNullElse(answer.figures().available(), expected);
                    case "remaining" ->
                        Objects.requireNonNullElse(answer.figures().remaining(), expected);
                    default -> throw new IllegalArgumentException(line.place() + ": unknown figure " + name);
                };
        assertThat(actual).as(line.place() + " " + name).isEqualTo(expected);
    }

    /** {@code hold a k1 30.00 PHP hold=#k0}; the amount may be {@code all} where it may be absent. */
    private LedgerRequest request(ScenarioLine line) {
        Operation operation = Objects.requireNonNull(OPERATIONS.get(line.word(0)), line.place());
        Money amount = line.word(3).equals("all") ? null : money(line.word(3), line.word(4));
        String target = operation.actsOnHold() ? holdName(line) : line.option("balance");
        // As the tenant's settings have it by default: a debit that names its balance is a refund's reversal.
        boolean forced = (operation == Operation.DEBIT && target != null) || "yes".equals(line.option("forced"));
        boolean tenantOwn = operation == Operation.DEPOSIT || operation == Operation.WITHDRAWAL;
        String transaction = line.options().getOrDefault("txn", "txn");
        References references = new References(line.word(2), tenantOwn ? null : transaction, "of-" + line.word(2));
        return new LedgerRequest(operation, account(line), references, amount, target, forced);
    }

    /** {@code #k1} is the hold that key k1 opened on the same account, {@code #b/k1} on account b. */
    private @Nullable String holdName(ScenarioLine line) {
        String name = line.option("hold");
        if (name == null || !name.startsWith("#")) {
            return name;
        }
        int slash = name.indexOf('/');
        AccountKey owner = slash < 0 ? account(line) : new AccountKey(tenantId, prefix + name.substring(1, slash));
        return HoldNames.of(owner, name.substring(slash < 0 ? 1 : slash + 1));
    }

    private AccountKey account(ScenarioLine line) {
        return new AccountKey(tenantId, prefix + line.word(1));
    }

    private static Money money(String major, String currency) {
        return Money.ofMajor(new BigDecimal(major), Currency.of(currency));
    }

    private static long minor(String major, Currency currency) {
        return Money.ofMajor(new BigDecimal(major), currency).minor();
    }
}
