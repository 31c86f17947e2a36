package dev.holdfast.engine.network;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.lane.Command;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Keeps a message on which no decision was reached: its card is unknown, or the time was up. Moves nothing. */
final class KeepCommand implements Command<Book, MessageOutcome> {

    /** Of cards that are not known: what such a message is told apart by. */
    private static final UUID NO_CARD = new UUID(0, 0);

    private final NetworkMessage message;
    private final MessageOutcome outcome;
    private final @Nullable AccountId account;

    private KeepCommand(NetworkMessage message, MessageOutcome outcome, @Nullable AccountId account) {
        this.message = message;
        this.outcome = outcome;
        this.account = account;
    }

    KeepCommand(NetworkMessage message, MessageOutcome outcome) {
        this(message, outcome, AccountId.of(message.subject().account()));
    }

    /** Keeps a message whose card is unknown. */
    static KeepCommand unplaced(Arrival arrival, MessageOutcome outcome) {
        NetworkMessage message = new NetworkMessage(
                arrival.trace().message(arrival.function(), NO_CARD, arrival.retrieval()),
                arrival.function(),
                NetworkMessage.Subject.UNKNOWN,
                arrival.links(),
                arrival.place(),
                arrival.content().of(NO_CARD, Credentials.NONE),
                arrival.timing());
        return new KeepCommand(message, outcome, null);
    }

    /** Keeps a message that could not be understood. */
    static KeepCommand unfit(Unfit unfit, String problem, MessageOutcome outcome) {
        NetworkMessage message = new NetworkMessage(
                unfit.trace().message(unfit.function(), NO_CARD, unfit.retrieval()),
                unfit.function(),
                NetworkMessage.Subject.UNKNOWN,
                Links.NONE,
                null,
                new Content.Noted(problem),
                unfit.timing());
        return new KeepCommand(message, outcome, null);
    }

    /** Without an account by the message: any lane will do, as long as a repeat comes to the same. */
    @Override
    public int bucket() {
        return account == null ? new AccountId(message.id()).bucket() : account.bucket();
    }

    @Override
    public void name(Book book) {
        MessageShelf messages = book.shelf(MessageShelf.KIND);
        if (account != null) {
            book.named().account(account, message.subject().account());
            messages.name(account, message.id());
        }
    }

    /** What has been answered meanwhile stands. */
    @Override
    public @Nullable MessageOutcome recall(Book book) {
        if (account == null) {
            return null;
        }
        MessageShelf.Answered known = book.shelf(MessageShelf.KIND).answered(account, message.id());
        return known == null ? null : known.outcome();
    }

    @Override
    public boolean recallable(Book book) {
        return account != null && book.account(account) != null;
    }

    @Override
    public MessageOutcome decide(Book book) {
        MessageShelf.Answered answered = MessageShelf.Answered.of(message, message.fingerprint(), outcome);
        MessageShelf messages = book.shelf(MessageShelf.KIND);
        if (account == null) {
            messages.addUnplaced((short) bucket(), message, answered, book.now());
        } else {
            messages.add(account, message, answered, book.now());
        }
        return outcome;
    }
}
