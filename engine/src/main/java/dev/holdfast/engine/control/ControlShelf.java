package dev.holdfast.engine.control;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.Shelf;
import io.vertx.sqlclient.Row;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The controls and counters of one batch's cards. Exact, because every purchase of an account is decided under the lock of
 * its balances, also by another process.
 *
 * <p>Purchases must be dated {@link Book#now()}. What a purchase calls its card and account does not matter here: the ids
 * do.
 */
public final class ControlShelf implements Shelf {

    /** What the lanes know controls by. */
    public static final Kind<ControlShelf> KIND = new Kind<>() {
        @Override
        public List<String> statements() {
            return ControlStore.ALL;
        }

        @Override
        public ControlShelf open(Book book) {
            return new ControlShelf(book);
        }
    };

    /** Named as the card of what is bought without a known one: the account's controls apply alone. */
    public static final UUID NO_CARD = Subject.WHOLE_ACCOUNT;

    private static final ControlDecision NO_CONTROLS = new ControlDecision(List.of(), List.of(), List.of(), List.of());

    private final Book book;
    private final AssignedSets sets = new AssignedSets();
    private final CountedBuckets buckets;
    private final Uses uses = new Uses();
    private final Set<Subject> named = new LinkedHashSet<>();
    private final Set<Subject> prepared = new LinkedHashSet<>();

    private ControlShelf(Book book) {
        this.book = book;
        this.buckets = new CountedBuckets(book::now);
    }

    /**
     * Names what a command needs: the controls and counters of a card and its account, and what these messages have spent.
     *
     * @param messages ids of the messages that will be counted or given back; each belongs to one account for ever
     */
    public void name(AccountId account, UUID card, Collection<UUID> messages) {
        Subject subject = new Subject(account, card);
        named.add(subject);
        named.add(Subject.wholeAccount(account));
        messages.forEach(message -> uses.name(message, subject));
    }

    /** What the card's and its account's controls say of the purchase. Changes nothing. */
    public ControlDecision decide(AccountId account, UUID card, Purchase purchase) {
        Subject subject = new Subject(account, card);
        List<ControlSet> asked = setsOf(subject);
        return asked.isEmpty() ? NO_CONTROLS : ControlPolicy.decide(asked, of(subject, purchase), buckets);
    }

    /**
     * Counts what a message has spent, whatever the limits. If it has been given back before it came, only the rest counts.
     *
     * @param message one that was named
     * @param purchase what the counters look at
     * @param spent what was approved or forced, which may be less than was asked
     * @throws IllegalArgumentException if the message has been counted otherwise before
     */
    public void consume(UUID message, Purchase purchase, Tally spent) {
        Subject card = uses.cardOf(message);
        Purchase counted = of(card, purchase);
        Set<CounterKey> counters = ControlPolicy.counters(setsOf(card), counted);
        buckets.change(uses.change(message, use -> use.consumed(counted.at(), spent, counters)));
    }

    /**
     * Gives back a part of what a named message has spent or, where its card has controls, will have spent.
     *
     * @param minor minor units of its billing currency
     */
    public void giveBack(UUID message, long minor) {
        if (remembers(message)) {
            buckets.change(uses.change(message, use -> use.givenBack(minor)));
        }
    }

    /** Gives back all that a named message has spent or, where its card has controls, will have spent. */
    public void giveBackAll(UUID message) {
        if (remembers(message)) {
            buckets.change(uses.change(message, Use::givenBackAll));
        }
    }

    /** A card without controls counts nothing, so there is nothing to keep for a message that may yet come. */
    private boolean remembers(UUID message) {
        return !uses.of(message).equals(Use.UNKNOWN)
                || !setsOf(uses.cardOf(message)).isEmpty();
    }

    private List<ControlSet> setsOf(Subject card) {
        if (!named.contains(card)) {
            throw new IllegalStateException("a card that nobody named");
        }
        if (prepared.add(card)) {
            sets.counters(card).forEach((id, counter) -> buckets.know(card, id, counter));
        }
        return sets.of(card);
    }

    private static Purchase of(Subject card, Purchase purchase) {
        return new Purchase(
                card.text(),
                Subject.wholeAccount(card.account()).text(),
                purchase.amount(),
                purchase.at(),
                purchase.merchant(),
                purchase.acceptance(),
                purchase.counted());
    }

    @Override
    public void load(Reading reading) {
        reading.read(ControlStore.READ, ControlParameters.read(named, uses.named(), sets.known(named)), this::take);
    }

    private void take(Row row) {
        book.locked(new AccountId(row.getUUID(1)));
        ControlRows.take(row, sets, buckets, uses);
    }

    @Override
    public void write(Writing writing) {
        var returns = buckets.returns();
        writing.write(ControlStore.INSERT_COUNTERS, buckets.opened(), ControlParameters::counters);
        writing.write(ControlStore.SET_FIGURES, buckets.moved(), ControlParameters::figures);
        writing.write(ControlStore.ADD_BUCKETS, buckets.additions(), ControlParameters::buckets);
        writing.write(ControlStore.CHANGE_BUCKETS, returns, ControlParameters::buckets);
        writing.write(ControlStore.DROP_EMPTY_BUCKETS, returns, ControlParameters::bucketKeys);
        writing.write(
                ControlStore.PUT_USES,
                uses.toStore(),
                changed -> ControlParameters.uses(changed, buckets::idOf, book.now()));
    }
}
