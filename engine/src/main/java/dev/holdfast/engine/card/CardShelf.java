package dev.holdfast.engine.card;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.Shelf;
import dev.holdfast.engine.hsm.Pvv;
import io.vertx.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The cards of one batch. They are protected by the lock on their account's balances. */
public final class CardShelf implements Shelf {

    /** What the lanes know cards by. */
    public static final Kind<CardShelf> KIND = new Kind<>() {
        @Override
        public List<String> statements() {
            return CardStore.ALL;
        }

        @Override
        public CardShelf open(Book book) {
            return new CardShelf(book);
        }
    };

    record CardName(AccountId account, UUID card) {}

    record IssueName(AccountId account, String key) {}

    /** An order of cards and what came of it. */
    record Issue(UUID fingerprint, List<BookedCard> cards) {}

    record NewNumber(AccountKey owner, BookedCard card, NewCard number) {}

    record NewIssue(IssueName name, Issue issue, Instant at) {}

    record StatusChange(BookedCard card, CardStatus from, CardStatus to, int number, String reason, Instant at) {}

    record NewFileUpdate(StatusChange change, FileAction action) {

        /** Why the card is, or was, on the list. */
        CardStatus listedAs() {
            return action == FileAction.ADD ? change.to() : change.from();
        }
    }

    private final Book book;
    private final Set<CardName> named = new LinkedHashSet<>();
    private final Set<IssueName> namedIssues = new LinkedHashSet<>();
    private final Map<CardName, BookedCard> cards = new HashMap<>();
    private final Map<IssueName, Issue> issues = new HashMap<>();
    private final Set<BookedCard> issued = new LinkedHashSet<>();
    private final Set<BookedCard> changed = new LinkedHashSet<>();
    private final List<NewNumber> newNumbers = new ArrayList<>();
    private final List<NewIssue> newIssues = new ArrayList<>();
    private final List<StatusChange> statusChanges = new ArrayList<>();
    private final List<NewFileUpdate> fileUpdates = new ArrayList<>();

    private CardShelf(Book book) {
        this.book = book;
    }

    /** Names a card. Its account must be named too. */
    public void name(AccountId account, UUID card) {
        named.add(new CardName(account, card));
    }

    void nameIssue(AccountId account, String key) {
        namedIssues.add(new IssueName(account, key));
    }

    /** A card that was named; null if the account has no such card. */
    public @Nullable BookedCard find(AccountId account, UUID card) {
        return cards.get(new CardName(account, card));
    }

    /** What an order has come to, in an earlier batch or earlier in this one; null if it is new. */
    @Nullable
    Issue issue(AccountId account, String key) {
        return issues.get(new IssueName(account, key));
    }

    /**
     * Changes a card's status, and enqueues what the network must be told of it. The same status again changes nothing.
     *
     * @param reason for the record: who asked, and why
     * @return whether the rules allow it; nothing has changed if not
     */
    public boolean setStatus(BookedCard card, CardStatus to, String reason) {
        CardStatus from = card.status();
        if (from == to) {
            return true;
        }
        if (!CardPolicy.allows(from, to)) {
            return false;
        }
        change(card, card.state().withStatus(to));
        StatusChange change = new StatusChange(card, from, to, card.state().statusChanges(), reason, book.now());
        statusChanges.add(change);
        CardPolicy.fileAction(from, to).ifPresent(action -> fileUpdates.add(new NewFileUpdate(change, action)));
        return true;
    }

    /** Sets what the card's PIN is verified by, and forgets wrong PINs. */
    public void setPvv(BookedCard card, Pvv pvv) {
        change(card, card.state().withPvv(pvv));
    }

    /** Counts a wrong PIN; see {@link CardPolicy#MAX_PIN_FAILURES}, beyond which it counts no further. */
    public void countPinFailure(BookedCard card) {
        if (!card.pinTriesExceeded()) {
            change(card, card.state().withPinFailures(card.state().pinFailures() + 1));
        }
    }

    /** Forgets wrong PINs, after a right one or for an operator. Writes nothing if there were none. */
    public void clearPinFailures(BookedCard card) {
        if (card.state().pinFailures() > 0) {
            change(card, card.state().withPinFailures(0));
        }
    }

    private void change(BookedCard card, BookedCard.State state) {
        card.setState(state);
        if (!issued.contains(card)) {
            changed.add(card);
        }
    }

    /** Issues an order's cards. */
    List<BookedCard> issue(AccountId account, CardIssue order, List<NewCard> numbers) {
        Instant now = book.now();
        BookedCard.State fresh = new BookedCard.State(order.status(), 0, null, 0, order.address());
        List<BookedCard> opened = numbers.stream()
                .map(number -> new BookedCard(account, number.id(), number.maskedNumber(), order.facts(), now, fresh))
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            BookedCard card = opened.get(i);
            cards.put(new CardName(account, card.id()), card);
            newNumbers.add(new NewNumber(order.account(), card, numbers.get(i)));
        }
        issued.addAll(opened);
        IssueName name = new IssueName(account, order.key());
        Issue issue = new Issue(order.fingerprint(), opened);
        issues.put(name, issue);
        newIssues.add(new NewIssue(name, issue, now));
        return opened;
    }

    @Override
    public void load(Reading reading) {
        if (!named.isEmpty()) {
            reading.read(CardStore.READ_CARDS, CardParameters.names(named), this::card);
        }
        if (!namedIssues.isEmpty()) {
            reading.read(CardStore.READ_ISSUED, CardParameters.issueNames(namedIssues), this::issue);
        }
    }

    /** A card may be read twice, by its name and by its order; both must then be the same card. */
    private BookedCard card(Row row) {
        BookedCard read = CardRows.booked(row);
        book.locked(read.account());
        BookedCard known = cards.putIfAbsent(new CardName(read.account(), read.id()), read);
        return Optional.ofNullable(known).orElse(read);
    }

    private void issue(Row row) {
        BookedCard card = card(row);
        UUID fingerprint = row.getUUID(15);
        issues.computeIfAbsent(
                        new IssueName(card.account(), row.getString(14)),
                        missing -> new Issue(fingerprint, new ArrayList<>()))
                .cards()
                .add(card);
    }

    @Override
    public void write(Writing writing) {
        writing.write(CardStore.INSERT_CARDS, List.copyOf(issued), CardParameters::issued);
        writing.write(CardStore.UPDATE_CARDS, List.copyOf(changed), rows -> CardParameters.changed(rows, book.now()));
        writing.write(CardStore.INSERT_NUMBERS, newNumbers, CardParameters::numbers);
        writing.write(CardStore.INSERT_ISSUES, newIssues, CardParameters::issues);
        writing.write(CardStore.INSERT_CHANGES, statusChanges, CardParameters::statusChanges);
        writing.write(CardStore.INSERT_FILE_UPDATES, fileUpdates, CardParameters::fileUpdates);
    }
}
