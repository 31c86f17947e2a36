package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.book.Book;
import dev.holdfast.engine.book.Columns;
import dev.holdfast.engine.book.Shelf;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The messages of one batch, with what has been answered to them. */
public final class MessageShelf implements Shelf {

    /** What the lanes know messages by. */
    public static final Kind<MessageShelf> KIND = new Kind<>() {
        @Override
        public List<String> statements() {
            return MessageStore.ALL;
        }

        @Override
        public MessageShelf open(Book book) {
            return new MessageShelf();
        }
    };

    /** Stands for the account where the card is unknown. Its rows are spread over the buckets by message. */
    static final AccountId NO_ACCOUNT = new AccountId(new UUID(0, 0));

    /**
     * An answer that is stored.
     *
     * @param receivedAt of the copy of the message that was answered, in microseconds: repeats have others
     */
    record Answered(UUID fingerprint, MessageOutcome outcome, Instant receivedAt) {

        static Answered of(NetworkMessage message, UUID fingerprint, MessageOutcome outcome) {
            return new Answered(fingerprint, outcome, receivedAt(message));
        }

        /** Whether it is the answer to this very copy. */
        boolean answers(NetworkMessage copy) {
            return receivedAt.equals(receivedAt(copy));
        }

        private static Instant receivedAt(NetworkMessage message) {
            return message.timing().receivedAt().truncatedTo(ChronoUnit.MICROS);
        }
    }

    private record Key(AccountId account, UUID message) {}

    private record NewRow(short bucket, AccountId account, NetworkMessage message, Answered answered, Instant at) {}

    private final Set<Key> named = new LinkedHashSet<>();
    private final Map<Key, Answered> answers = new HashMap<>();
    private final List<NewRow> added = new ArrayList<>();
    private final List<NewRow> addedUnplaced = new ArrayList<>();

    private MessageShelf() {}

    void name(AccountId account, UUID message) {
        named.add(new Key(account, message));
    }

    /** What the message was answered, in an earlier batch or earlier in this one; null if it is new. */
    @Nullable
    Answered answered(AccountId account, UUID message) {
        return answers.get(new Key(account, message));
    }

    /** Keeps a message with its answer. */
    void add(AccountId account, NetworkMessage message, Answered answered, Instant at) {
        answers.put(new Key(account, message.id()), answered);
        added.add(new NewRow(account.bucket(), account, message, answered, at));
    }

    /** Keeps a message that belongs to no account. */
    void addUnplaced(short bucket, NetworkMessage message, Answered answered, Instant at) {
        addedUnplaced.add(new NewRow(bucket, NO_ACCOUNT, message, answered, at));
    }

    @Override
    public void load(Reading reading) {
        if (!named.isEmpty()) {
            Tuple ids = Columns.of(named)
                    .shorts(key -> key.account().bucket())
                    .uuids(Key::message)
                    .toTuple();
            reading.read(MessageStore.READ_MESSAGES, ids, this::answered);
        }
    }

    private void answered(Row row) {
        answers.put(
                new Key(new AccountId(row.getUUID(0)), row.getUUID(1)),
                new Answered(
                        row.getUUID(2),
                        MessageRows.outcome(row, 3),
                        row.getOffsetDateTime(14).toInstant()));
    }

    @Override
    public void write(Writing writing) {
        writing.write(MessageStore.INSERT_MESSAGES, added, MessageShelf::columns);
        writing.write(MessageStore.INSERT_UNPLACED, addedUnplaced, MessageShelf::columns);
    }

    private static Tuple columns(List<NewRow> rows) {
        Columns<NewRow> columns = Columns.of(rows)
                .shorts(NewRow::bucket)
                .uuids(row -> row.account().value())
                .uuids(row -> row.message().id())
                .uuids(row -> row.answered().fingerprint())
                .shorts(row -> row.message().function().number())
                .uuids(row -> row.message().content().authorization())
                .uuids(row -> outcome(row).payment())
                .uuids(row -> row.message().subject().card())
                .shorts(row -> outcome(row).response().number())
                .shorts(row -> outcome(row).decidedBy().number());
        return answerColumns(columns)
                .instants(row -> row.message().timing().sentAt())
                .instants(row -> row.message().timing().receivedAt())
                .instants(NewRow::at)
                .texts(row -> MessageDetails.of(row.message()))
                .toTuple();
    }

    private static Columns<NewRow> answerColumns(Columns<NewRow> columns) {
        return columns.texts(row -> MessageRows.text(outcome(row).findings(), Finding::text))
                .texts(row -> MessageRows.text(outcome(row).flags(), Flag::label))
                .longs(row -> outcome(row).approvedMinor())
                .longs(row -> outcome(row).funds().ledger())
                .longs(row -> outcome(row).funds().available())
                .texts(row -> outcome(row).approvalCode())
                .texts(row -> MessageRows.letter(outcome(row).address()))
                .texts(row -> MessageRows.text(outcome(row).controls(), control -> control));
    }

    private static MessageOutcome outcome(NewRow row) {
        return row.answered().outcome();
    }
}
