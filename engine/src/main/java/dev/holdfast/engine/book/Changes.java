package dev.holdfast.engine.book;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a batch has changed and must write. A row is either new or changed, never both. */
final class Changes {

    final List<Account> openedAccounts = new ArrayList<>();
    final Set<Balance> changedBalances = new LinkedHashSet<>();
    final Set<Hold> openedHolds = new LinkedHashSet<>();
    final Set<Hold> changedHolds = new LinkedHashSet<>();
    final List<JournalEntry> entries = new ArrayList<>();
    final List<RefusalRow> refusals = new ArrayList<>();
    final Totals totals = new Totals();

    /** A refusal with the account's name, which the row carries because the account may not exist. */
    record RefusalRow(AccountKey key, boolean accountMissing, Refusal refusal) {}

    /** A balance opened in this batch is inserted as it ends up. */
    void changed(Balance balance) {
        if (!opened(balance.account())) {
            changedBalances.add(balance);
        }
    }

    private boolean opened(AccountId account) {
        return openedAccounts.stream().anyMatch(opened -> opened.id().equals(account));
    }

    void changed(Hold hold) {
        if (!openedHolds.contains(hold)) {
            changedHolds.add(hold);
        }
    }
}
