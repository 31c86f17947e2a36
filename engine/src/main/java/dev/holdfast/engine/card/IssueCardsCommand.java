package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.BookCommand;
import dev.holdfast.engine.card.CardIssueOutcome.Issued;
import dev.holdfast.engine.card.CardIssueOutcome.Rejected;
import dev.holdfast.engine.card.CardIssueOutcome.Rejection;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Issues an order's cards, once per key. */
final class IssueCardsCommand implements BookCommand<CardIssueOutcome> {

    private final CardIssue order;
    private final List<NewCard> numbers;
    private final AccountId account;

    /** @param numbers drawn and sealed before, so that a batch run again issues the same cards again */
    IssueCardsCommand(CardIssue order, List<NewCard> numbers) {
        this.order = order;
        this.numbers = numbers;
        this.account = AccountId.of(order.account());
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public void name(Book book) {
        book.named().account(account, order.account());
        book.shelf(CardShelf.KIND).nameIssue(account, order.key());
    }

    @Override
    public @Nullable CardIssueOutcome recall(Book book) {
        CardShelf.Issue known = book.shelf(CardShelf.KIND).issue(account, order.key());
        if (known == null) {
            return null;
        }
        return known.fingerprint().equals(order.fingerprint())
                ? Issued.of(known.cards(), true)
                : new Rejected(Rejection.ISSUE_KEY_REUSED);
    }

    @Override
    public CardIssueOutcome decide(Book book) {
        return book.account(account) == null
                ? new Rejected(Rejection.ACCOUNT_NOT_FOUND)
                : Issued.of(book.shelf(CardShelf.KIND).issue(account, order, numbers), false);
    }
}
