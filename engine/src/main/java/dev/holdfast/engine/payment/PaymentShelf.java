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

    /** What a payment is called in its account. */
    private record Called(AccountId account, UUID reference) {}

    /** @param value digest of the account and what the payment is called there */
    private record Name(AccountId account, UUID value) {

        static Name of(Called called) {
            return new Name(
                    called.account(),
                    Digest.of("payment-name")
                            .with(called.account().value())
                            .with(called.reference())
                            .toUuid());
        }
    }

    private record NewFact(BookedPayment payment, FactType.Row row) {}

    private final Book book;
    private final Map<Called, Name> names = new HashMap<>();
    private final Set<Name> named = new LinkedHashSet<>();
    private final Map<Name, BookedPayment> byName = new HashMap<>();
    private final Map<UUID, BookedPayment> loaded = new HashMap<>();
    private final Set<BookedPayment> opened = new LinkedHashSet<>();
    private final Set<BookedPayment> changed = new LinkedHashSet<>();
    private final Map<BookedPayment, BookedPayment> joined = new LinkedHashMap<>();
    private final List<NewFact> newFacts = new ArrayList<>();
    private final Map<Name, UUID> newNames = new LinkedHashMap<>();
    private final Map<Name, UUID> newLooseNames = new LinkedHashMap<>();

    private PaymentShelf(Book book) {
        this.book = book;
    }

    /** Names payments by what they may be called. */
    public void name(AccountId account, Collection<Reference> references) {
        references.forEach(reference -> named.add(name(account, reference)));
    }

    /** Asked for several times a message, so made once. */
    private Name name(AccountId account, Reference reference) {
        return names.computeIfAbsent(new Called(account, reference.value()), Name::of);
    }

    /** Names a payment by its id. */
    public void nameById(AccountId account, UUID payment) {
        named.add(new Name(account, payment));
    }

    /** The payment with this id, which must have been named. */
    public Optional<BookedPayment> findById(AccountId account, UUID payment) {
        return Optional.ofNullable(byName.get(new Name(account, payment)));
    }

    /** The payment that these references find; a loose one is asked only if no other finds any. All must be named. */
    public Optional<FoundPayment> find(AccountId account, List<Reference> references) {
        Set<BookedPayment> found = new LinkedHashSet<>();
        Optional<BookedPayment> guess = Optional.empty();
        for (Reference reference : references) {
            BookedPayment payment = byName.get(name(account, reference));
            if (payment != null && reference.loose()) {
                guess = guess.or(() -> Optional.of(payment));
            } else if (payment != null) {
                found.add(payment);
            }
        }
        return found.isEmpty()
                ? guess.map(payment -> FoundPayment.whole(payment, true))
                : Optional.of(FoundPayment.of(found));
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
        return new BookedPayment(name(balance.account(), reference).value(), balance, null, null);
    }

    /**
     * Lets the payment be found by these references from now on; one that finds another payment goes on to, unless it is
     * loose.
     */
    public void addReferences(BookedPayment payment, List<Reference> references) {
        for (Reference reference : references) {
            Name name = name(payment.balance().account(), reference);
            if (reference.loose()) {
                byName.put(name, payment);
                newLooseNames.put(name, payment.id());
            } else if (byName.putIfAbsent(name, payment) == null) {
                newNames.put(name, payment.id());
            }
        }
    }

    /**
     * Adds a fact, joins the payment's parts, and moves the money that this moves.
     *
     * @return whether anything changed: false if the fact was known and the payment is in one part
     * @throws java.util.NoSuchElementException if it contradicts what is known
     */
    public boolean state(FoundPayment found, Fact fact, Posting posting) {
        BookedPayment payment = found.payment();
        Payment before = payment.payment();
        Payment after = found.known().with(fact).orElseThrow();
        if (after.equals(before) && found.joining().isEmpty()) {
            return false;
        }
        if (before.facts().isEmpty()) {
            opened.add(payment);
        }
        Position from = found.position();
        join(payment, found.joining());
        after.facts().stream()
                .filter(stated -> !before.facts().contains(stated))
                .forEach(stated -> newFacts.add(new NewFact(payment, FactType.toRow(stated))));
        payment.setPayment(after);
        new PaymentPostings(book, this, payment, posting)
                .post(Steps.between(after.kind(), from, after.position()), fact instanceof Fact.Expired);
        return true;
    }

    /** What finds the parts finds the payment from now on; their own facts stay for the record. */
    private void join(BookedPayment payment, List<BookedPayment> parts) {
        if (!parts.isEmpty()) {
            parts.forEach(part -> joined.put(part, payment));
            joined.replaceAll((part, target) -> parts.contains(target) ? payment : target);
            byName.replaceAll((name, known) -> parts.contains(known) ? payment : known);
        }
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
        Tuple keys = Columns.of(named)
                .shorts(name -> name.account().bucket())
                .uuids(Name::value)
                .toTuple();
        reading.readWithHolds(PaymentStore.READ_PAYMENTS, keys, this::payment);
    }

    private void payment(Row row) {
        AccountId account = new AccountId(row.getUUID(PaymentStore.PAYMENT));
        UUID id = row.getUUID(PaymentStore.PAYMENT + 2);
        UUID holdId = row.getUUID(PaymentStore.PAYMENT + 4);
        OffsetDateTime expiresAt = row.getOffsetDateTime(PaymentStore.PAYMENT + 5);
        BookedPayment payment = loaded.computeIfAbsent(
                id,
                missing -> new BookedPayment(
                        missing,
                        book.locked(account).balance(row.getShort(PaymentStore.PAYMENT + 3)),
                        holdId == null ? null : book.hold(account, holdId),
                        expiresAt == null ? null : expiresAt.toInstant()));
        byName.put(new Name(account, row.getUUID(PaymentStore.PAYMENT + 1)), payment);
        payment.setPayment(payment.payment()
                .with(FactRows.fact(row, PaymentStore.PAYMENT + 6))
                .orElseThrow());
    }

    @Override
    public void write(Writing writing) {
        writing.write(PaymentStore.INSERT_PAYMENTS, List.copyOf(opened), this::openedPayments);
        writing.write(PaymentStore.UPDATE_PAYMENTS, List.copyOf(changed), PaymentShelf::changedPayments);
        List<Map.Entry<BookedPayment, BookedPayment>> parts = List.copyOf(joined.entrySet());
        writing.write(PaymentStore.JOIN_PAYMENTS, parts, PaymentShelf::joinedPayments);
        writing.write(PaymentStore.FOLLOW_PAYMENTS, parts, PaymentShelf::joinedPayments);
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

    private static Tuple joinedPayments(List<Map.Entry<BookedPayment, BookedPayment>> parts) {
        return Columns.of(parts)
                .shorts(part -> part.getKey().balance().account().bucket())
                .uuids(part -> part.getKey().balance().account().value())
                .uuids(part -> part.getKey().id())
                .uuids(part -> part.getValue().id())
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
