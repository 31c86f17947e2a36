package dev.holdfast.ops.bench;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.ledger.Ledger;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import io.vertx.core.Future;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Straight into an engine in this process. */
final class EngineDoor implements Door {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final AccountKey[] accounts;
    private final AtomicLong numbers;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Money amount = new Money(BenchNames.AMOUNT_MINOR, Currency.of(BenchNames.CURRENCY));

    /**
     * @param accounts to choose from
     * @param numbers of operations, never used twice on one database
     */
    EngineDoor(Ledger ledger, AccountKey[] accounts, AtomicLong numbers) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.numbers = numbers;
    }

    @Override
    public Future<Boolean> next() {
        long number = numbers.getAndIncrement();
        LedgerRequest request = new LedgerRequest(
                number % 2 == 0 ? Operation.HOLD : Operation.DEBIT,
                accounts[random.nextInt(accounts.length)],
                new References(BenchNames.key(number), BenchNames.transaction(number), BenchNames.action(number)),
                amount,
                null,
                false);
        return ledger.apply(request, Instant.now().plus(DEADLINE)).map(EngineDoor::applied);
    }

    private static boolean applied(LedgerOutcome outcome) {
        return outcome.fold(applied -> !applied.replayed(), refused -> false, reused -> false);
    }
}
