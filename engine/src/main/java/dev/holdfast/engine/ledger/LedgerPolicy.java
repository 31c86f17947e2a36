package dev.holdfast.engine.ledger;

import dev.holdfast.engine.book.Account;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.book.Hold;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Whether an operation may happen. Pure: reads what it is given and changes nothing.
 *
 * <p>Only new spending and top-ups can be refused for the account's state or its funds; what the network has begun
 * (captures, releases, refunds, reversals of captures) settles whatever the account looks like today.
 */
final class LedgerPolicy {

    /** Far below the end of a {@code long}, far above all money there is: 500 movements of the largest amount. */
    private static final long MAX_FIGURE_MINOR = 500 * Money.MAX_MINOR;

    private LedgerPolicy() {}

    /** Whether the account's being inactive stops this request. */
    static Optional<RefusalReason> refusalByStatus(LedgerRequest request, Account account) {
        boolean stopped = account.status() == AccountStatus.INACTIVE && startsSomething(request);
        return stopped ? Optional.of(RefusalReason.ACCOUNT_INACTIVE) : Optional.empty();
    }

    private static boolean startsSomething(LedgerRequest request) {
        return switch (request.operation()) {
            case HOLD, DEBIT, DEPOSIT, WITHDRAWAL -> !request.forced();
            case RESTORE, CREDIT, DEBIT_HOLD, CREDIT_HOLD, EXPIRE_HOLD -> false;
        };
    }

    /**
     * Whether the figures stop this request.
     *
     * @param hold the hold that is named; null where a hold is to be opened, and for operations that act on none
     */
    static Optional<RefusalReason> refusalByFigures(LedgerRequest request, Balance balance, @Nullable Hold hold) {
        Money amount = request.amount();
        if (amount != null && !amount.currency().equals(balance.currency())) {
            return Optional.of(RefusalReason.CURRENCY_MISMATCH);
        }
        if (hold != null && !hold.open() && request.operation() != Operation.CREDIT_HOLD) {
            return Optional.of(RefusalReason.HOLD_CLOSED);
        }
        if (amount == null) {
            return Optional.empty();
        }
        if (outgrows(balance, amount)) {
            return Optional.of(RefusalReason.BALANCE_LIMIT_EXCEEDED);
        }
        return switch (request.operation()) {
            case HOLD, DEBIT, WITHDRAWAL ->
                request.forced() || covers(balance, amount)
                        ? Optional.empty()
                        : Optional.of(RefusalReason.INSUFFICIENT_BALANCE);
            case RESTORE, DEBIT_HOLD, EXPIRE_HOLD ->
                hold != null && amount.minor() > hold.remaining()
                        ? Optional.of(RefusalReason.HOLD_AMOUNT_EXCEEDED)
                        : Optional.empty();
            case CREDIT, DEPOSIT ->
                request.forced() || hasRoom(balance, amount)
                        ? Optional.empty()
                        : Optional.of(RefusalReason.BALANCE_LIMIT_EXCEEDED);
            case CREDIT_HOLD -> Optional.empty();
        };
    }

    /** Compared as a sum on the side that cannot overflow: both terms are at most {@link Money#MAX_MINOR}. */
    private static boolean covers(Balance balance, Money amount) {
        return balance.available().minor()
                >= amount.minor() - balance.creditLimit().minor();
    }

    /** Holds for every operation, forced or not: a figure that cannot be counted cannot be posted. */
    private static boolean outgrows(Balance balance, Money amount) {
        long room = MAX_FIGURE_MINOR - amount.minor();
        return Math.abs(balance.available().minor()) > room || balance.held().minor() > room;
    }

    private static boolean hasRoom(Balance balance, Money amount) {
        return balance.available().minor() <= Money.MAX_MINOR - amount.minor();
    }
}
