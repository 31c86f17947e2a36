package dev.holdfast.engine.book;

import dev.holdfast.engine.book.JournalEntry.After;
import dev.holdfast.engine.book.JournalEntry.HoldAfter;
import dev.holdfast.engine.book.JournalEntry.Movement;
import dev.holdfast.engine.book.JournalEntry.Position;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class JournalEntryTest {

    private static final Currency PHP = Currency.of("PHP");
    private static final AccountId ACCOUNT = AccountId.of(new AccountKey(1, "a"));
    private static final ChainHash BEFORE = ChainHash.genesis(ACCOUNT, (short) 0);
    private static final Position POSITION = new Position(ACCOUNT, (short) 0, 7);
    private static final Movement MOVEMENT = new Movement(Operation.HOLD, new Money(100, PHP), false);
    private static final UUID HOLD = new UUID(3, 4);
    private static final After AFTER = new After(900, 100, new HoldAfter(HOLD, 100));
    private static final References NAMES = new References("key", "txn", "action");
    private static final UUID FINGERPRINT = new UUID(1, 2);
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final Settlement SETTLEMENT = new Settlement(NAMES, FINGERPRINT, AT);
    private static final JournalEntry ENTRY = JournalEntry.chain(BEFORE, POSITION, MOVEMENT, AFTER, SETTLEMENT);

    @Test
    void isChainedToTheEntryBefore() {
        assertThat(ENTRY.hashAfter(BEFORE)).isEqualTo(ENTRY.hash());
        assertThat(ENTRY.hashAfter(ChainHash.genesis(ACCOUNT, (short) 1))).isNotEqualTo(ENTRY.hash());
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void hasAnotherHashWhenAnythingIsAltered(JournalEntry altered) {
        assertThat(altered.hashAfter(BEFORE)).isNotEqualTo(ENTRY.hash());
    }

    static Stream<JournalEntry> alterations() {
        AccountId other = AccountId.of(new AccountKey(1, "b"));
        Stream<Position> positions = Stream.of(
                new Position(other, (short) 0, 7),
                new Position(ACCOUNT, (short) 1, 7),
                new Position(ACCOUNT, (short) 0, 8));
        Stream<Movement> movements = Stream.of(
                new Movement(Operation.CREDIT_HOLD, new Money(100, PHP), false),
                new Movement(Operation.HOLD, new Money(101, PHP), false),
                new Movement(Operation.HOLD, new Money(100, Currency.of("SGD")), false),
                new Movement(Operation.HOLD, new Money(100, PHP), true));
        Stream<After> afters = Stream.of(
                new After(901, 100, new HoldAfter(HOLD, 100)),
                new After(900, 101, new HoldAfter(HOLD, 100)),
                new After(900, 100, new HoldAfter(new UUID(3, 5), 100)),
                new After(900, 100, new HoldAfter(HOLD, 101)),
                new After(900, 100, null));
        Stream<Settlement> settlements = Stream.of(
                new Settlement(new References("key2", "txn", "action"), FINGERPRINT, AT),
                new Settlement(new References("key", "txn2", "action"), FINGERPRINT, AT),
                new Settlement(new References("key", null, "action"), FINGERPRINT, AT),
                new Settlement(new References("key", "txn", "action2"), FINGERPRINT, AT),
                new Settlement(NAMES, new UUID(1, 3), AT),
                new Settlement(NAMES, FINGERPRINT, AT.plusNanos(1_000)));
        return Stream.of(
                        positions.map(position -> JournalEntry.chain(BEFORE, position, MOVEMENT, AFTER, SETTLEMENT)),
                        movements.map(movement -> JournalEntry.chain(BEFORE, POSITION, movement, AFTER, SETTLEMENT)),
                        afters.map(after -> JournalEntry.chain(BEFORE, POSITION, MOVEMENT, after, SETTLEMENT)),
                        settlements.map(names -> JournalEntry.chain(BEFORE, POSITION, MOVEMENT, AFTER, names)))
                .flatMap(entries -> entries);
    }

    @Test
    void debitsWhatItDoesNotCredit() {
        assertThat(Operation.values()).allSatisfy(operation -> {
            assertThat(operation.debit()).isNotEqualTo(operation.credit());
            assertThat(Operation.ofNumber(operation.number())).isEqualTo(operation);
        });
    }
}
