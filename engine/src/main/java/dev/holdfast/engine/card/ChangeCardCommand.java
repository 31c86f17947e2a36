package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookCommand;
import dev.holdfast.engine.card.CardOutcome.Done;
import dev.holdfast.engine.card.CardOutcome.Rejected;
import dev.holdfast.engine.card.CardOutcome.Rejection;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Changes one card. Needs no key: changing twice is changing once. */
final class ChangeCardCommand implements BookCommand<CardOutcome> {

    private final AccountKey key;
    private final UUID cardId;
    private final CardChange change;
    private final AccountId account;

    ChangeCardCommand(AccountKey key, UUID cardId, CardChange change) {
        this.key = key;
        this.cardId = cardId;
        this.change = change;
        this.account = AccountId.of(key);
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void name(Book book) {
        book.named().account(account, key);
        book.shelf(CardShelf.KIND).name(account, cardId);
    }

    @Override
    public @Nullable CardOutcome recall(Book book) {
        return null;
    }

    @Override
    public boolean recallable(Book book) {
        return false;
    }

    @Override
    public CardOutcome decide(Book book) {
        CardShelf shelf = book.shelf(CardShelf.KIND);
        BookedCard card = shelf.find(account, cardId);
        if (card == null) {
            return new Rejected(Rejection.CARD_NOT_FOUND);
        }
        return change.apply(shelf, card)
                ? new Done(CardView.of(key, card))
                : new Rejected(Rejection.STATUS_CHANGE_NOT_ALLOWED);
    }
}
