package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Balance;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.Columns;
import dev.holdfast.engine.book.Digest;
import dev.holdfast.engine.book.Hold;
import dev.holdfast.engine.book.Shelf;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The payments of one batch: found by the references that its messages give, moved by the facts that they state. */
public final class PaymentShelf implements Shelf {

    /** What the lanes know payments by. */
    public static final Kind<PaymentShelf> KIND = new Kind<>() {
        @Override
        public List<String> statements() {
            return PaymentStore.ALL;
        }

        @Override
        public PaymentShelf open(Book book) {
            return new PaymentShelf(book);
        }
    };

    /**
     * A payment that was looked for.
     *
     * @param guessed whether it was found by a loose reference only
     */
    public record Found(BookedPayment payment, boolean guessed) {}

    /** @param value digest of the account and what the payment is called there */
    private record Name(AccountId account, UUID value) {

        static Name of(AccountId account, Reference reference) {
            return new Name(
                    account,
                    Digest.of("payment-name")
                            .with(account.value())
                            .with(reference.value())
                            .toUuid());
        }
    }

    private record NewFact(BookedPayment payment, FactType.Row row) {}

    private final Book book;
    private final Set<Name> named = new LinkedHashSet<>();
    private final Map<Name, BookedPayment> byName = new HashMap<>();
    private final Map<UUID, BookedPayment> loaded = new HashMap<>();
    private final Set<BookedPayment> opened = new LinkedHashSet<>();
    private final Set<BookedPayment> changed = new LinkedHashSet<>();
    private final List<NewFact> newFacts = new ArrayList<>();
    private final Map<Name, UUID> newNames = new LinkedHashMap<>();
    private final Map<Name, UUID> newLooseNames = new LinkedHashMap<>();

    private PaymentShelf(Book book) {
        this.book = book;
    }

    /** Names payments by what they may be called. */
    public void name(AccountId account, Collection<Reference> references) {
        references.forEach(reference -> named.add(Name.of(account, reference)));
    }

    /** Names a payment by its id. */
    public void nameById(AccountId account, UUID payment) {
        named.add(new Name(account, payment));
    }

    /** The payment with this id, which must have been named. */
    public Optional<BookedPayment> findById(AccountId account, UUID payment) {
        return Optional.ofNullable(byName.get(new Name(account, payment)));
    }

    /** The payment that the first known reference finds. All must have been named. */
    public Optional<Found> find(AccountId account, List<Reference> references) {
        for (Reference reference : references) {
            BookedPayment payment = byName.get(Name.of(account, reference));
            if (payment != null) {
                return Optional.of(new Found(payment, reference.loose()));
            }
        }
        return Optional.empty();
    }

    /**
     * Opens a payment of which nothing is known. Not stored until it has a fact.
     *
     * @param reference what it is called first, which makes its id: a batch run again opens it again. Not loose
     */
    public BookedPayment open(Balance balance, Reference reference) {
        if (reference.loose()) {
            throw new IllegalArgumentException("a loose reference identifies no payment");
        }
        return new BookedPayment(Name.of(balance.account(), reference).value(), balance, null, null);
    }

    /**
     * Lets the payment be found by these references from now on; one that finds another payment goes on to, unless it is
     * loose. Two payments are not made one: what was said under the other reference alone stays with the other payment,
     * whose claim ends when it expires.
     */
    public void addReferences(BookedPayment payment, List<Reference> references) {
        for (Reference reference : references) {
            Name name = Name.of(payment.balance().account(), reference);
            if (reference.loose()) {
                byName.put(name, payment);
                newLooseNames.put(name, payment.id());
            } else if (byName.putIfAbsent(name, payment) == null) {
                newNames.put(name, payment.id());
            }
        }
    }

    /**
     * Adds a fact and moves the money that it moves.
     *
     * @return whether it was new; false changes nothing
     * @throws java.util.NoSuchElementException if it contradicts what is known
     */
    public boolean state(BookedPayment payment, Fact fact, Posting posting) {
        Payment before = payment.payment();
        Payment after = before.with(fact).orElseThrow();
        if (after.equals(before)) {
            return false;
        }
        if (before.facts().isEmpty()) {
            opened.add(payment);
        }
        newFacts.add(new NewFact(payment, FactType.toRow(fact)));
        payment.setPayment(after);
        new PaymentPostings(book, this, payment, posting)
                .post(Steps.between(after.kind(), before.position(), after.position()), fact instanceof Fact.Expired);
        return true;
    }

    /** Sets when the payment expires; null for never. */
    public void setExpiry(BookedPayment payment, @Nullable Instant at) {
        if (!Objects.equals(payment.expiresAt(), at)) {
            payment.setExpiresAt(at);
            changed(payment);
        }
    }

    void changed(BookedPayment payment) {
        if (!opened.contains(payment)) {
            changed.add(payment);
        }
    }

    @Override
    public void load(Reading reading) {
        if (named.isEmpty()) {
            return;
        }
        Tuple names = Columns.of(named)
                .shorts(name -> name.account().bucket())
                .uuids(Name::value)
                .toTuple();
        reading.readHolds(PaymentStore.READ_HOLDS, names);
        reading.read(PaymentStore.READ_PAYMENTS, names, this::payment);
    }

    private void payment(Row row) {
        AccountId account = new AccountId(row.getUUID(0));
        UUID id = row.getUUID(2);
        UUID holdId = row.getUUID(4);
        OffsetDateTime expiresAt = row.getOffsetDateTime(5);
        BookedPayment payment = loaded.computeIfAbsent(
                id,
                missing -> new BookedPayment(
                        missing,
                        book.locked(account).balance(row.getShort(3)),
                        holdId == null ? null : book.hold(account, holdId),
                        expiresAt == null ? null : expiresAt.toInstant()));
        byName.put(new Name(account, row.getUUID(1)), payment);
        payment.setPayment(payment.payment().with(FactRows.fact(row, 6)).orElseThrow());
    }

    @Override
    public void write(Writing writing) {
        writing.write(PaymentStore.INSERT_PAYMENTS, List.copyOf(opened), this::openedPayments);
        writing.write(PaymentStore.UPDATE_PAYMENTS, List.copyOf(changed), PaymentShelf::changedPayments);
        writing.write(PaymentStore.INSERT_FACTS, newFacts, PaymentShelf::facts);
        writing.write(PaymentStore.INSERT_NAMES, List.copyOf(newNames.entrySet()), PaymentShelf::names);
        writing.write(PaymentStore.UPSERT_LOOSE_NAMES, List.copyOf(newLooseNames.entrySet()), PaymentShelf::names);
    }

    private Tuple openedPayments(List<BookedPayment> payments) {
        return keyed(payments)
                .shorts(payment -> payment.balance().number())
                .uuids(PaymentShelf::holdId)
                .instants(BookedPayment::expiresAt)
                .instants(payment -> book.now())
                .toTuple();
    }

    private static Tuple changedPayments(List<BookedPayment> payments) {
        return keyed(payments)
                .uuids(PaymentShelf::holdId)
                .instants(BookedPayment::expiresAt)
                .toTuple();
    }

    private static Columns<BookedPayment> keyed(List<BookedPayment> payments) {
        return Columns.of(payments)
                .shorts(payment -> payment.balance().account().bucket())
                .uuids(payment -> payment.balance().account().value())
                .uuids(BookedPayment::id);
    }

    private static @Nullable UUID holdId(BookedPayment payment) {
        Hold hold = payment.hold();
        return hold == null ? null : hold.id();
    }

    private static Tuple facts(List<NewFact> facts) {
        return Columns.of(facts)
                .shorts(fact -> fact.payment().balance().account().bucket())
                .uuids(fact -> fact.payment().balance().account().value())
                .uuids(fact -> fact.payment().id())
                .texts(fact -> fact.row().type().label())
                .texts(fact -> fact.row().ref())
                .longs(fact -> fact.row().amountMinor())
                .toTuple();
    }

    private static Tuple names(List<Map.Entry<Name, UUID>> names) {
        return Columns.of(names)
                .shorts(name -> name.getKey().account().bucket())
                .uuids(name -> name.getKey().account().value())
                .uuids(name -> name.getKey().value())
                .uuids(Map.Entry::getValue)
                .toTuple();
    }
}
