package dev.holdfast.engine.verification;

import java.util.Locale;

/** What verification compares. The label is the check's name in reports and metrics. */
public enum Check {
    /** Debits equal credits in every currency. */
    TOTALS_BALANCE,
    /** Each total equals the sum of the journal entries on its code, and its open holds the holds that are open. */
    TOTALS_MATCH_JOURNAL,
    /** The customers' totals equal the sums of the balances. */
    TOTALS_MATCH_BALANCES,
    /** Available and held equal what the balance's journal adds up to, after every entry and at the end. */
    BALANCES_MATCH_JOURNAL,
    /** A balance's held equals the sum of its holds. */
    HELD_MATCHES_HOLDS,
    /** A hold's figures equal what its journal adds up to. */
    HOLDS_MATCH_JOURNAL,
    /** A balance's entries are numbered from 1 without a gap, up to the balance's own count. */
    SEQUENCE_HAS_NO_GAP,
    /** Each entry's hash follows from its content and the entry before, and the balance carries the last. */
    CHAIN_HOLDS,
    /** Each entry debits and credits the accounts of the chart that its operation stands for. */
    SIDES_MATCH_OPERATION,
    /** No idempotency key has both an effect and a refusal, and none two effects: each entry's digest is its key's. */
    ONE_ANSWER_PER_KEY,
    /** What the journal has held and charged for a card payment is what its facts come to. */
    PAYMENTS_MATCH_JOURNAL,
    /**
     * Every row can be read, and belongs to an account that exists and is stored under its own id; an account's balances
     * agree on its status.
     */
    ROWS_BELONG;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
