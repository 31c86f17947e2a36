package dev.holdfast.engine.testing;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.account.AccountOpening;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.ledger.LedgerRequest;

/**
 * A ledger that scenarios and random sequences are played on: the model, the engine, or one of its doors.
 *
 * <p>Requests name holds by how they came to be, see {@link HoldNames}; each implementation puts in its own reference.
 */
public interface LedgerUnderTest {

    /** Opens an account, which must succeed. */
    void open(AccountOpening opening);

    /** Changes an account; returns {@code done} or why it was rejected, as a wire code. */
    String change(AccountChange change);

    Answer apply(LedgerRequest request);

    /** What stands on a balance now. */
    Standing standing(AccountKey account, String balanceRef);

    /**
     * @param available minor units
     * @param held minor units
     */
    record Standing(long available, long held) {}
}
