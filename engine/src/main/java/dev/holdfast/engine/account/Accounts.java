package dev.holdfast.engine.account;

import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.lane.Lanes;
import io.vertx.core.Future;

import java.time.Instant;

/** Opens and changes accounts. Futures fail with a {@link dev.holdfast.engine.lane.Failure} and nothing else. */
public final class Accounts {

    private final Lanes<Book> lanes;

    public Accounts(Lanes<Book> lanes) {
        this.lanes = lanes;
    }

    /** Opens an account, once per reference; the same opening again gives the same answer again. */
    public Future<AccountOutcome> open(AccountOpening opening, Instant deadline) {
        return lanes.submit(new OpenAccountCommand(opening), deadline);
    }

    /** Changes an account's status or a credit limit. */
    public Future<AccountOutcome> change(AccountChange change, Instant deadline) {
        return lanes.submit(new ChangeAccountCommand(change), deadline);
    }
}
