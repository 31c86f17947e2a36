package dev.holdfast.engine.testing;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.testing.LedgerUnderTest.Standing;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An account of the {@link ModelLedger}. */
public final class ModelAccount {

    private final AccountKey key;
    private final List<ModelBalance> balances;
    private AccountStatus status = AccountStatus.ACTIVE;

    ModelAccount(AccountOpening opening) {
        this.key = opening.key();
        this.balances = opening.balances().stream().map(ModelBalance::new).toList();
    }

    String change(AccountChange change) {
        ModelBalance balance = balance(change.balanceRef()).orElse(null);
        if (change.creditLimit() != null) {
            if (balance == null) {
                return "balance_ref_not_found";
            }
            if (!balance.currency().equals(change.creditLimit().currency())) {
                return "currency_mismatch";
            }
            balance.limitTo(change.creditLimit().minor());
        }
        if (change.status() != null) {
            status = change.status();
        }
        return "done";
    }

    public AccountKey key() {
        return key;
    }

    public AccountStatus status() {
        return status;
    }

    public List<ModelBalance> balances() {
        return balances;
    }

    /** What stands on every balance now, by the balances' references. */
    public Map<String, Standing> standings() {
        return balances.stream()
                .collect(Collectors.toMap(
                        ModelBalance::ref, balance -> new Standing(balance.available(), balance.held())));
    }

    ModelBalance defaultBalance() {
        return balances.get(0);
    }

    /** The balance with this reference; the default one if there is none given. */
    Optional<ModelBalance> balance(@Nullable String ref) {
        return ref == null
                ? Optional.of(defaultBalance())
                : balances.stream().filter(balance -> balance.ref().equals(ref)).findFirst();
    }
}
