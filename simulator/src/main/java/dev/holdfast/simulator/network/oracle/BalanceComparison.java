package dev.holdfast.simulator.network.oracle;

import dev.holdfast.simulator.network.model.ModelAccount;
import dev.holdfast.simulator.wire.Concurrently;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Reads every account and compares it with the model. Used once, when all is quiet. */
public final class BalanceComparison {

    private static final int WIDTH = 32;

    /**
     * What was compared.
     *
     * @param unreadable accounts that could not be read
     * @param doubtful accounts whose standing the model does not know, because an advice was never acknowledged
     * @param problem the first reason for an unreadable one, or null
     */
    public record Compared(
            long accounts,
            long unreadable,
            int doubtful,
            @Nullable String problem) {
        public boolean isComplete() {
            return unreadable == 0 && doubtful == 0;
        }
    }

    private final Oracle oracle;
    private final Balances balances;
    private long accounts;
    private long unreadable;
    private @Nullable String problem;

    public BalanceComparison(Oracle oracle, Balances balances) {
        this.oracle = oracle;
        this.balances = balances;
    }

    /** The future always succeeds; what could not be read is in the result. */
    public Future<Compared> compare() {
        return Concurrently.forEach(oracle.comparable().iterator(), WIDTH, this::compare)
                .map(nothing -> new Compared(accounts, unreadable, oracle.doubtfulAccounts(), problem));
    }

    private Future<Void> compare(ModelAccount account) {
        return balances.of(account.ref())
                .onSuccess(standing -> {
                    accounts++;
                    if (standing.available() != account.available() || standing.held() != account.held()) {
                        oracle.differs(account, "available " + standing.available() + ", held " + standing.held());
                    }
                })
                .<Void>mapEmpty()
                .recover(failure -> {
                    unreadable++;
                    problem = problem == null ? account.ref() + ": " + failure.getMessage() : problem;
                    return Future.succeededFuture();
                });
    }
}
