package dev.holdfast.engine.ledger;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.References;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerRequestTest {

    private static final Currency PHP = Currency.of("PHP");
    private static final AccountKey ACCOUNT = new AccountKey(1, "a");
    private static final References NAMES = new References("key", "txn", "action");
    private static final Money AMOUNT = new Money(100, PHP);

    @ParameterizedTest
    @EnumSource(
            names = {"RESTORE", "EXPIRE_HOLD"},
            mode = Mode.EXCLUDE)
    void needsAnAmountUnlessItReleasesAHold(Operation operation) {
        assertThatThrownBy(() -> request(operation, null, "target")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESTORE", "EXPIRE_HOLD"})
    void mayReleaseAllThatRemainsOnAHold(Operation operation) {
        assertThatCode(() -> request(operation, null, "target")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESTORE", "DEBIT_HOLD", "CREDIT_HOLD", "EXPIRE_HOLD"})
    void needsAHoldToActOn(Operation operation) {
        assertThatThrownBy(() -> request(operation, AMOUNT, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLD", "DEBIT", "CREDIT", "DEPOSIT", "WITHDRAWAL"})
    void mayLeaveTheTargetToTheEngine(Operation operation) {
        assertThatCode(() -> request(operation, AMOUNT, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, Money.MAX_MINOR + 1, Long.MAX_VALUE})
    void refusesAmountsOutOfBounds(long minor) {
        assertThatThrownBy(() -> request(Operation.DEBIT, new Money(minor, PHP), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("otherRequests")
    void hasAnotherFingerprintWhenTheCallerAsksSomethingElse(LedgerRequest other) {
        assertThat(other.fingerprint())
                .isNotEqualTo(request(Operation.DEBIT, AMOUNT, "main").fingerprint());
    }

    static Stream<LedgerRequest> otherRequests() {
        return Stream.of(
                request(Operation.CREDIT, AMOUNT, "main"),
                request(Operation.DEBIT, new Money(101, PHP), "main"),
                request(Operation.DEBIT, new Money(100, Currency.of("SGD")), "main"),
                request(Operation.DEBIT, AMOUNT, "other"),
                request(Operation.DEBIT, AMOUNT, null),
                named(new References("key", "txn2", "action")),
                named(new References("key", null, "action")),
                named(new References("key", "txn", "action2")),
                named(new References("key", "action", "txn")));
    }

    @Test
    void hasTheSameFingerprintWhetherForcedOrNot() {
        LedgerRequest forced = new LedgerRequest(Operation.DEBIT, ACCOUNT, NAMES, AMOUNT, "main", true);

        assertThat(forced.fingerprint())
                .isEqualTo(request(Operation.DEBIT, AMOUNT, "main").fingerprint());
    }

    private static LedgerRequest named(References references) {
        return new LedgerRequest(Operation.DEBIT, ACCOUNT, references, AMOUNT, "main", false);
    }

    private static LedgerRequest request(Operation operation, @Nullable Money amount, @Nullable String target) {
        return new LedgerRequest(operation, ACCOUNT, NAMES, amount, target, false);
    }
}
