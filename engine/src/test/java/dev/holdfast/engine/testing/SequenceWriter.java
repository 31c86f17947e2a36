package dev.holdfast.engine.testing;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Turns random numbers into a sequence of operations that refer to one another. */
final class SequenceWriter {

    /** Small amounts meet limits and remainders often; the two largest test the bounds. */
    private static final List<Long> AMOUNTS =
            List.of(1L, 5L, 10L, 20L, 20L, 50L, 50L, 100L, 100L, 250L, 1_000L, 1_000_000L, Money.MAX_MINOR);

    private static final List<Operation> OPERATIONS = List.of(
            Operation.HOLD,
            Operation.HOLD,
            Operation.HOLD,
            Operation.RESTORE,
            Operation.RESTORE,
            Operation.DEBIT_HOLD,
            Operation.DEBIT_HOLD,
            Operation.DEBIT_HOLD,
            Operation.CREDIT_HOLD,
            Operation.EXPIRE_HOLD,
            Operation.DEBIT,
            Operation.DEBIT,
            Operation.CREDIT,
            Operation.DEPOSIT,
            Operation.DEPOSIT,
            Operation.WITHDRAWAL);

    private static final List<String> BALANCES = List.of("default", "savings", "travel", "oil", "no-such-balance");

    /**
     * The numbers behind one step.
     *
     * @param kind a repetition, an account change or an operation, in percent
     * @param oddity whether something about it is unusual, in percent
     * @param account whose, in percent
     * @param operation which operation
     * @param amount which amount
     * @param target which hold or balance, or which earlier step is repeated
     */
    record Draw(int kind, int oddity, int account, int operation, int amount, int target) {}

    private record OpenedHold(AccountKey account, String name) {}

    private final int tenantId;
    private final String prefix;
    private final List<AccountOpening> accounts;
    private final List<OpenedHold> holds = new ArrayList<>();
    private final List<LedgerRequest> requests = new ArrayList<>();

    SequenceWriter(int tenantId, String prefix, List<AccountOpening> accounts) {
        this.tenantId = tenantId;
        this.prefix = prefix;
        this.accounts = accounts;
    }

    List<Step> write(List<Draw> draws) {
        List<Step> steps = new ArrayList<>();
        accounts.forEach(opening -> steps.add(new Step.Open(opening)));
        accounts.forEach(opening -> steps.add(new Step.Apply(funding(opening))));
        draws.forEach(draw -> steps.add(step(draw)));
        return steps;
    }

    private static LedgerRequest funding(AccountOpening opening) {
        Money amount = new Money(3_000, opening.balances().get(0).currency());
        return new LedgerRequest(
                Operation.DEPOSIT, opening.key(), new References("fund", null, null), amount, null, false);
    }

    private Step step(Draw draw) {
        if (draw.kind() >= 95) {
            return new Step.Change(change(draw));
        }
        if (draw.kind() >= 83 && !requests.isEmpty()) {
            return new Step.Apply(repetition(draw));
        }
        LedgerRequest request = operation(draw, "k" + requests.size());
        requests.add(request);
        if (request.operation() == Operation.HOLD && request.target() == null) {
            holds.add(new OpenedHold(
                    request.account(),
                    HoldNames.of(request.account(), request.references().idempotencyKey())));
        }
        return new Step.Apply(request);
    }

    /** Mostly the same request again; sometimes another one under its key. */
    private LedgerRequest repetition(Draw draw) {
        LedgerRequest earlier = pick(requests, draw.target());
        if (draw.oddity() < 70) {
            return earlier;
        }
        LedgerRequest other = operation(draw, earlier.references().idempotencyKey());
        return new LedgerRequest(
                other.operation(),
                earlier.account(),
                other.references(),
                other.amount(),
                other.target(),
                other.forced());
    }

    private LedgerRequest operation(Draw draw, String key) {
        OpenedHold hold = holds.isEmpty() ? null : pick(holds, draw.target());
        Operation operation = hold == null ? Operation.HOLD : pick(OPERATIONS, draw.operation());
        boolean asItsOwner = operation.actsOnHold() && draw.oddity() >= 10;
        AccountKey account = hold != null && asItsOwner ? hold.account() : account(draw);
        String target = operation.actsOnHold() ? holdTarget(operation, draw, hold) : balanceTarget(operation, draw);
        Money amount = new Money(pick(AMOUNTS, draw.amount()), currency(account, operation, target, draw));
        boolean all = operation == Operation.EXPIRE_HOLD || (operation == Operation.RESTORE && draw.amount() % 3 == 0);
        boolean forced = operation == Operation.DEBIT && target != null;
        References references = new References(key, "txn-" + draw.target() % 7, "of-" + key);
        return new LedgerRequest(operation, account, references, all ? null : amount, target, forced);
    }

    /** One in four holds is an increment; one reference in thirty is nobody's. */
    private static @Nullable String holdTarget(Operation operation, Draw draw, @Nullable OpenedHold hold) {
        if (operation == Operation.HOLD && draw.operation() % 4 != 0) {
            return null;
        }
        return hold == null || draw.oddity() >= 97 ? "00000000-0000-0000-0000-000000000000" : hold.name();
    }

    private static @Nullable String balanceTarget(Operation operation, Draw draw) {
        boolean named = operation == Operation.DEBIT ? draw.target() % 4 == 0 : draw.target() % 2 == 0;
        return named ? pick(BALANCES, draw.target() / 4) : null;
    }

    private Currency currency(AccountKey account, Operation operation, @Nullable String target, Draw draw) {
        if (draw.oddity() >= 93) {
            return Currency.of("SGD");
        }
        return accounts.stream()
                .filter(opening -> opening.key().equals(account))
                .flatMap(opening -> opening.balances().stream())
                .filter(balance -> operation.actsOnHold() || target == null || target.equals(balance.ref()))
                .map(AccountOpening.NewBalance::currency)
                .findFirst()
                .orElse(Currency.of("PHP"));
    }

    private AccountChange change(Draw draw) {
        AccountKey account = account(draw);
        if (draw.oddity() < 60) {
            AccountStatus status = draw.oddity() < 20 ? AccountStatus.INACTIVE : AccountStatus.ACTIVE;
            return new AccountChange(account, status, null, null);
        }
        String balance = draw.target() % 2 == 0 ? pick(BALANCES, draw.target() / 2) : null;
        Currency currency = currency(account, Operation.DEBIT, balance, draw);
        return new AccountChange(account, null, new Money(draw.amount() % 400, currency), balance);
    }

    private AccountKey account(Draw draw) {
        return draw.account() >= 97
                ? new AccountKey(tenantId, prefix + "nobody")
                : pick(accounts, draw.account()).key();
    }

    private static <T> T pick(List<T> from, int number) {
        return from.get(number % from.size());
    }
}
