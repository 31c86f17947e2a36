package dev.holdfast.engine.testing;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Answer.Figures;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the ledger must do, written down a second time: plainly, slowly, in memory, and without a line of the engine's
 * own rules. Where the two differ, one of them is wrong.
 */
public final class ModelLedger implements LedgerUnderTest {

    private final Map<AccountKey, ModelAccount> accounts = new HashMap<>();
    private final Map<String, ModelHold> holds = new HashMap<>();
    private final Map<List<Object>, Settled> settled = new HashMap<>();
    private final List<Posting> journal = new ArrayList<>();

    private record Settled(LedgerRequest request, Answer answer) {}

    /** One transfer, for the sums over all of them. */
    public record Posting(ModelBalance balance, Currency currency, LedgerCode debit, LedgerCode credit, long minor) {}

    @Override
    public void open(AccountOpening opening) {
        if (accounts.putIfAbsent(opening.key(), new ModelAccount(opening)) != null) {
            throw new IllegalStateException("open already: " + opening.key());
        }
    }

    @Override
    public String change(AccountChange change) {
        ModelAccount account = accounts.get(change.key());
        return account == null ? "account_not_found" : account.change(change);
    }

    @Override
    public Answer apply(LedgerRequest request) {
        List<Object> key = List.of(request.account(), request.references().idempotencyKey());
        Settled earlier = settled.get(key);
        if (earlier != null) {
            return sameQuestion(earlier.request, request) ? earlier.answer.asReplay() : Answer.keyReused();
        }
        Answer answer = decide(request);
        settled.put(key, new Settled(request, answer));
        return answer;
    }

    private static boolean sameQuestion(LedgerRequest one, LedgerRequest other) {
        return one.operation() == other.operation()
                && one.references().equals(other.references())
                && Objects.equals(one.amount(), other.amount())
                && Objects.equals(one.target(), other.target());
    }

    private Answer decide(LedgerRequest request) {
        ModelAccount account = accounts.get(request.account());
        if (account == null) {
            return Answer.refused("account_not_found", Figures.NONE);
        }
        if (account.status() == AccountStatus.INACTIVE && isNewBusiness(request)) {
            return Answer.refused("account_inactive", Figures.NONE);
        }
        boolean onHold = request.operation().actsOnHold();
        ModelBalance balance = onHold
                ? account.defaultBalance()
                : account.balance(request.target()).orElse(null);
        if (balance == null) {
            return Answer.refused("balance_ref_not_found", Figures.NONE);
        }
        ModelHold hold = onHold ? findHold(request, account) : null;
        if (onHold && request.target() != null && hold == null) {
            return Answer.refused("hold_not_found", Figures.NONE);
        }
        String reason = objection(request, balance, hold);
        return reason == null ? post(request, balance, hold) : Answer.refused(reason, figures(balance, hold));
    }

    private @Nullable ModelHold findHold(LedgerRequest request, ModelAccount account) {
        ModelHold hold = request.target() == null ? null : holds.get(request.target());
        return hold != null && hold.balance() == account.defaultBalance() ? hold : null;
    }

    private static boolean isNewBusiness(LedgerRequest request) {
        return switch (request.operation()) {
            case HOLD, DEPOSIT, WITHDRAWAL -> true;
            case DEBIT -> !request.forced();
            case CREDIT, RESTORE, DEBIT_HOLD, CREDIT_HOLD, EXPIRE_HOLD -> false;
        };
    }

    private static @Nullable String objection(LedgerRequest request, ModelBalance balance, @Nullable ModelHold hold) {
        Money amount = request.amount();
        if (amount != null && !amount.currency().equals(balance.currency())) {
            return "currency_mismatch";
        }
        long minor = amount == null ? 0 : amount.minor();
        return switch (request.operation()) {
            case HOLD -> hold != null && hold.isClosed() ? "hold_closed" : balance.objectionToSpending(minor, request);
            case DEBIT, WITHDRAWAL -> balance.objectionToSpending(minor, request);
            case RESTORE, DEBIT_HOLD, EXPIRE_HOLD ->
                Objects.requireNonNull(hold).objectionToTaking(minor);
            case CREDIT_HOLD -> null;
            case CREDIT, DEPOSIT -> balance.available() + minor > Money.MAX_MINOR ? "balance_limit_exceeded" : null;
        };
    }

    private Answer post(LedgerRequest request, ModelBalance balance, @Nullable ModelHold named) {
        ModelHold hold = named;
        if (hold == null && request.operation() == Operation.HOLD) {
            hold = new ModelHold(balance);
            holds.put(HoldNames.of(request.account(), request.references().idempotencyKey()), hold);
        }
        long minor = request.amount() != null
                ? request.amount().minor()
                : Objects.requireNonNull(hold).remaining();
        balance.move(request.operation(), minor);
        if (hold != null) {
            hold.move(request.operation(), minor);
        }
        journal.add(new Posting(
                balance,
                balance.currency(),
                request.operation().debit(),
                request.operation().credit(),
                minor));
        return Answer.applied(figures(balance, hold));
    }

    private static Figures figures(ModelBalance balance, @Nullable ModelHold hold) {
        return new Figures(balance.ref(), balance.available(), hold == null ? null : (Long) hold.remaining());
    }

    @Override
    public Standing standing(AccountKey account, String balanceRef) {
        ModelBalance balance = Objects.requireNonNull(accounts.get(account), "no such account")
                .balance(balanceRef)
                .orElseThrow();
        return new Standing(balance.available(), balance.held());
    }

    public Collection<ModelAccount> accounts() {
        return accounts.values();
    }

    /** All holds by the names that {@link HoldNames} gives them. */
    public Map<String, ModelHold> holds() {
        return Map.copyOf(holds);
    }

    public List<Posting> journal() {
        return List.copyOf(journal);
    }
}
