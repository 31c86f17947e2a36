package dev.holdfast.engine.payment;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.Columns;
import dev.holdfast.engine.book.Hold;
import dev.holdfast.engine.book.Shelf;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The payments of one batch: found by the names that its messages give, with what has been answered to them. */
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

    private record Name(AccountId account, String name) {}

    private record MessageId(AccountId account, UUID message) {}

    /** An answer that is stored. */
    record Answered(UUID fingerprint, PaymentOutcome outcome) {}

    private record NewName(Name name, UUID payment) {}

    private record NewFact(BookedPayment payment, FactType.Row row) {}

    private record NewMessage(MessageId id, Answered answered, Instant at) {}

    private final Book book;
    private final Set<Name> named = new LinkedHashSet<>();
    private final Set<MessageId> messages = new LinkedHashSet<>();
    private final Map<Name, BookedPayment> byName = new HashMap<>();
    private final Map<UUID, BookedPayment> loaded = new HashMap<>();
    private final Map<MessageId, Answered> answers = new HashMap<>();
    private final Set<BookedPayment> opened = new LinkedHashSet<>();
    private final Set<BookedPayment> changed = new LinkedHashSet<>();
    private final List<NewFact> newFacts = new ArrayList<>();
    private final List<NewName> newNames = new ArrayList<>();
    private final List<NewMessage> newMessages = new ArrayList<>();

    private PaymentShelf(Book book) {
        this.book = book;
    }

    /** Names a message, its payment, and what it was answered. */
    void name(AccountId account, PaymentMessage message) {
        messages.add(new MessageId(account, message.id()));
        message.lookups().forEach(name -> named.add(new Name(account, name)));
    }

    /** What the message was answered, in an earlier batch or earlier in this one; null if it is new. */
    @Nullable
    Answered answered(AccountId account, UUID message) {
        return answers.get(new MessageId(account, message));
    }

    /** The payment that the first known name finds. */
    Optional<BookedPayment> find(AccountId account, List<String> names) {
        return names.stream()
                .map(name -> byName.get(new Name(account, name)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Takes a payment in as new. */
    void open(BookedPayment payment) {
        opened.add(payment);
    }

    /**
     * Lets the payment be found by these names from now on; a name that finds another payment goes on to. The two are
     * not made one: what was said under the other name alone stays with the other payment, whose claim ends when it
     * expires.
     */
    void addNames(BookedPayment payment, List<String> names) {
        for (String text : names) {
            Name name = new Name(payment.balance().account(), text);
            if (byName.putIfAbsent(name, payment) == null) {
                newNames.add(new NewName(name, payment.id()));
            }
        }
    }

    void addFact(BookedPayment payment, Fact fact) {
        newFacts.add(new NewFact(payment, FactType.toRow(fact)));
    }

    /** Notes that a payment of an earlier batch has another hold now. */
    void changed(BookedPayment payment) {
        if (!opened.contains(payment)) {
            changed.add(payment);
        }
    }

    void answer(AccountId account, UUID message, Answered answered, Instant at) {
        MessageId id = new MessageId(account, message);
        answers.put(id, answered);
        newMessages.add(new NewMessage(id, answered, at));
    }

    @Override
    public void load(Reading reading) {
        Tuple names = Columns.of(named)
                .shorts(name -> name.account().bucket())
                .uuids(name -> name.account().value())
                .texts(Name::name)
                .toTuple();
        reading.readHolds(PaymentStore.READ_HOLDS, names);
        reading.read(PaymentStore.READ_PAYMENTS, names, this::payment);
        reading.read(PaymentStore.READ_FACTS, names, this::fact);
        Tuple ids = Columns.of(messages)
                .shorts(message -> message.account().bucket())
                .uuids(message -> message.account().value())
                .uuids(MessageId::message)
                .toTuple();
        reading.read(PaymentStore.READ_MESSAGES, ids, this::message);
    }

    private void payment(Row row) {
        AccountId account = new AccountId(row.getUUID(0));
        UUID id = row.getUUID(2);
        UUID holdId = row.getUUID(4);
        BookedPayment payment = loaded.computeIfAbsent(
                id,
                missing -> new BookedPayment(
                        missing,
                        book.locked(account).balance(row.getShort(3)),
                        Payment.NEW,
                        holdId == null ? null : book.hold(account, holdId)));
        byName.put(new Name(account, row.getString(1)), payment);
    }

    private void fact(Row row) {
        BookedPayment payment =
                Objects.requireNonNull(byName.get(new Name(new AccountId(row.getUUID(0)), row.getString(1))));
        Fact fact = FactRows.fact(row, 2);
        payment.setPayment(payment.payment().with(fact).orElseThrow());
    }

    private void message(Row row) {
        List<Decline> declines =
                Arrays.stream(row.getArrayOfStrings(4)).map(Decline::ofLabel).toList();
        answers.put(
                new MessageId(new AccountId(row.getUUID(0)), row.getUUID(1)),
                new Answered(row.getUUID(3), new PaymentOutcome(row.getUUID(2), declines, row.getLong(5), true)));
    }

    @Override
    public void write(Writing writing) {
        writing.write(PaymentStore.INSERT_PAYMENTS, List.copyOf(opened), this::openedPayments);
        writing.write(PaymentStore.UPDATE_PAYMENTS, List.copyOf(changed), PaymentShelf::changedPayments);
        writing.write(PaymentStore.INSERT_FACTS, newFacts, PaymentShelf::facts);
        writing.write(PaymentStore.INSERT_NAMES, newNames, PaymentShelf::names);
        writing.write(PaymentStore.INSERT_MESSAGES, newMessages, PaymentShelf::messages);
    }

    private Tuple openedPayments(List<BookedPayment> payments) {
        return keyed(payments)
                .shorts(payment -> payment.balance().number())
                .uuids(PaymentShelf::holdId)
                .instants(payment -> book.now())
                .toTuple();
    }

    private static Tuple changedPayments(List<BookedPayment> payments) {
        return keyed(payments).uuids(PaymentShelf::holdId).toTuple();
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

    private static Tuple names(List<NewName> names) {
        return Columns.of(names)
                .shorts(name -> name.name().account().bucket())
                .uuids(name -> name.name().account().value())
                .texts(name -> name.name().name())
                .uuids(NewName::payment)
                .toTuple();
    }

    private static Tuple messages(List<NewMessage> messages) {
        return Columns.of(messages)
                .shorts(message -> message.id().account().bucket())
                .uuids(message -> message.id().account().value())
                .uuids(message -> message.id().message())
                .uuids(message -> message.answered().outcome().payment())
                .uuids(message -> message.answered().fingerprint())
                .texts(message -> message.answered().outcome().declines().stream()
                        .map(Decline::label)
                        .collect(Collectors.joining(",")))
                .longs(message -> message.answered().outcome().availableMinor())
                .instants(NewMessage::at)
                .toTuple();
    }
}
