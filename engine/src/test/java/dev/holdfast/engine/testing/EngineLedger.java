package dev.holdfast.engine.testing;

import dev.holdfast.engine.Engine;
import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.account.AccountView.BalanceView;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.JournalEntry;
import dev.holdfast.engine.book.JournalEntry.HoldAfter;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.Refusal.Seen;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Answer.Figures;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The real engine as something that scenarios are played on. */
public final class EngineLedger implements LedgerUnderTest {

    private final Engine engine;
    private final HoldNames names = new HoldNames();

    public EngineLedger(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void open(AccountOpening opening) {
        Await.on(openLater(opening));
    }

    /** Fails if the account is not opened. */
    public Future<?> openLater(AccountOpening opening) {
        return engine.accounts()
                .open(opening, TestEngine.deadline())
                .compose(outcome -> outcome.fold(
                        Future::succeededFuture,
                        rejected -> Future.failedFuture(new IllegalStateException("not opened: " + rejected))));
    }

    @Override
    public String change(AccountChange change) {
        return Await.on(changeLater(change));
    }

    public Future<String> changeLater(AccountChange change) {
        return engine.accounts()
                .change(change, TestEngine.deadline())
                .map(outcome -> outcome.fold(
                        done -> "done", rejected -> rejected.reason().name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Answer apply(LedgerRequest request) {
        return Await.on(applyLater(request));
    }

    public Future<Answer> applyLater(LedgerRequest request) {
        return engine.ledger()
                .apply(names.resolve(request), TestEngine.deadline())
                .map(outcome -> answer(names, request, outcome));
    }

    /** Does one step, and says what came of it as {@link Step#playOn} does. */
    public Future<?> playLater(Step step) {
        if (step instanceof Step.Apply apply) {
            return applyLater(apply.request());
        }
        if (step instanceof Step.Change change) {
            return changeLater(change.change());
        }
        return openLater(((Step.Open) step).opening()).map("open");
    }

    /** What stands on every balance of an account now, by the balances' references. */
    public Future<Map<String, Standing>> standings(AccountKey account) {
        return engine.queries()
                .account(account)
                .map(found -> found.orElseThrow().balances().stream()
                        .collect(Collectors.toMap(BalanceView::ref, EngineLedger::standing)));
    }

    /** The engine's outcome in the form that all ledgers share; remembers the hold that the request opened. */
    public static Answer answer(HoldNames names, LedgerRequest request, LedgerOutcome outcome) {
        return outcome.fold(
                applied -> {
                    JournalEntry entry = applied.entry();
                    HoldAfter hold = entry.after().hold();
                    if (hold != null && request.operation() == Operation.HOLD && request.target() == null) {
                        names.learn(request, hold.id().toString());
                    }
                    Long remaining = hold == null ? null : (Long) hold.remaining();
                    Figures figures =
                            new Figures(applied.balanceRef(), entry.after().available(), remaining);
                    return replay(Answer.applied(figures), applied.replayed());
                },
                refused -> {
                    Seen seen = refused.refusal().seen();
                    Figures figures =
                            new Figures(seen.balanceRef(), minor(seen.available()), minor(seen.holdRemaining()));
                    String reason = refused.refusal().reason().code();
                    return replay(Answer.refused(reason, figures), refused.replayed());
                },
                reused -> Answer.keyReused());
    }

    private static Answer replay(Answer answer, boolean replayed) {
        return replayed ? answer.asReplay() : answer;
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : (Long) money.minor();
    }

    @Override
    public Standing standing(AccountKey account, String balanceRef) {
        return Objects.requireNonNull(Await.on(standings(account)).get(balanceRef), balanceRef);
    }

    private static Standing standing(BalanceView balance) {
        return new Standing(balance.available().minor(), balance.held().minor());
    }
}
