package dev.holdfast.simulator.model;

import dev.holdfast.simulator.money.Amount;
import org.junit.jupiter.api.Test;

import java.util.Currency;

import static dev.holdfast.simulator.model.ModelFixture.SGD;
import static dev.holdfast.simulator.operation.Operation.ACTIVATE;
import static dev.holdfast.simulator.operation.Operation.CREDIT_BALANCE;
import static dev.holdfast.simulator.operation.Operation.CREDIT_HOLD_BALANCE;
import static dev.holdfast.simulator.operation.Operation.DEACTIVATE;
import static dev.holdfast.simulator.operation.Operation.DEBIT_BALANCE;
import static dev.holdfast.simulator.operation.Operation.DEBIT_HOLD_BALANCE;
import static dev.holdfast.simulator.operation.Operation.DEPOSIT;
import static dev.holdfast.simulator.operation.Operation.HOLD_BALANCE;
import static dev.holdfast.simulator.operation.Operation.RESTORE_BALANCE;
import static dev.holdfast.simulator.operation.Operation.WITHDRAWAL;
import static org.assertj.core.api.Assertions.assertThat;

/** Each rule of the ledger, as the model has it. */
class LedgerTest {

    private final ModelFixture ledger = new ModelFixture(0, 100_00);

    @Test
    void debitsWhatIsAvailable() {
        assertThat(ledger.ask(DEBIT_BALANCE, 40_00, null)).isEqualTo(applied("default", 60_00));
    }

    @Test
    void refusesADebitAboveWhatIsAvailable() {
        assertThat(ledger.ask(DEBIT_BALANCE, 100_01, null))
                .isEqualTo(refused(RefusalCode.INSUFFICIENT_BALANCE, "default", 100_00));
        assertThat(ledger.available()).isEqualTo(100_00);
    }

    @Test
    void spendsTheCreditLimitToo() {
        ModelFixture onCredit = new ModelFixture(50_00, 0);
        assertThat(onCredit.ask(DEBIT_BALANCE, 50_00, null)).isEqualTo(applied("default", -50_00));
        assertThat(onCredit.ask(HOLD_BALANCE, 1, null)).isInstanceOf(Prediction.Refused.class);
    }

    @Test
    void forcesADebitThatNamesItsBalance() {
        assertThat(ledger.ask(DEBIT_BALANCE, 130_00, "default")).isEqualTo(applied("default", -30_00));
    }

    @Test
    void creditsExactlyTheNamedBalance() {
        assertThat(ledger.ask(CREDIT_BALANCE, 5_00, "promo")).isEqualTo(applied("promo", 5_00));
        assertThat(ledger.available()).isEqualTo(100_00);
    }

    @Test
    void refusesABalanceThatTheAccountDoesNotHave() {
        assertThat(ledger.ask(CREDIT_BALANCE, 5_00, "other"))
                .isEqualTo(new Prediction.Refused(RefusalCode.BALANCE_REF_NOT_FOUND, null, null));
    }

    @Test
    void refusesAnAccountThatDoesNotExist() {
        assertThat(new Book().apply(ModelFixture.call("k", DEBIT_BALANCE, new Amount(1, SGD), null)))
                .isEqualTo(new Prediction.Refused(RefusalCode.ACCOUNT_NOT_FOUND, null, null));
    }

    @Test
    void refusesAnotherCurrency() {
        Amount euros = new Amount(1_00, Currency.getInstance("EUR"));
        assertThat(ledger.book.apply(ModelFixture.call("k", DEBIT_BALANCE, euros, null)))
                .isEqualTo(refused(RefusalCode.CURRENCY_MISMATCH, "default", 100_00));
    }

    @Test
    void movesFromAvailableToHeldWhenAHoldIsOpened() {
        ledger.hold(30_00);
        assertThat(ledger.available()).isEqualTo(70_00);
        assertThat(ledger.held()).isEqualTo(30_00);
        assertThat(ledger.book.openHolds()).isEqualTo(1);
    }

    @Test
    void increasesAHoldThatIsNamed() {
        String hold = ledger.hold(30_00);
        assertThat(ledger.ask(HOLD_BALANCE, 10_00, hold)).isEqualTo(applied(hold, 60_00));
        assertThat(ledger.holdOf(hold).authorized()).isEqualTo(40_00);
    }

    @Test
    void refusesAnIncreaseAboveWhatIsAvailable() {
        String hold = ledger.hold(30_00);
        assertThat(ledger.ask(HOLD_BALANCE, 70_01, hold))
                .isEqualTo(refused(RefusalCode.INSUFFICIENT_BALANCE, hold, 70_00));
    }

    @Test
    void refusesAHoldThatDoesNotExist() {
        assertThat(ledger.ask(DEBIT_HOLD_BALANCE, 1_00, "none"))
                .isEqualTo(new Prediction.Refused(RefusalCode.HOLD_NOT_FOUND, null, null));
    }

    @Test
    void leavesAHoldOpenWhenItIsCapturedToZero() {
        String hold = ledger.hold(30_00);
        assertThat(ledger.ask(DEBIT_HOLD_BALANCE, 30_00, hold)).isEqualTo(applied(hold, 0));
        assertThat(ledger.holdOf(hold).isOpen()).isTrue();
        assertThat(ledger.held()).isZero();
    }

    @Test
    void refusesACaptureAboveWhatRemains() {
        String hold = ledger.hold(30_00);
        assertThat(ledger.ask(DEBIT_HOLD_BALANCE, 30_01, hold))
                .isEqualTo(refused(RefusalCode.HOLD_AMOUNT_EXCEEDED, hold, 30_00));
    }

    @Test
    void closesAHoldWhenItIsReleasedToZero() {
        String hold = ledger.hold(30_00);
        assertThat(ledger.ask(RESTORE_BALANCE, 10_00, hold)).isEqualTo(applied("default", 80_00));
        assertThat(ledger.holdOf(hold).isOpen()).isTrue();
        assertThat(ledger.ask(RESTORE_BALANCE, 20_00, hold)).isEqualTo(applied("default", 100_00));
        assertThat(ledger.holdOf(hold).isOpen()).isFalse();
        assertThat(ledger.book.openHolds()).isZero();
    }

    @Test
    void refusesAReleaseAboveWhatRemains() {
        String hold = ledger.hold(30_00);
        assertThat(ledger.ask(RESTORE_BALANCE, 30_01, hold))
                .isEqualTo(refused(RefusalCode.HOLD_AMOUNT_EXCEEDED, "default", 70_00));
    }

    @Test
    void releasesAllThatRemainsWhenNoAmountIsGiven() {
        String hold = ledger.hold(30_00);
        ledger.ask(DEBIT_HOLD_BALANCE, 12_00, hold);
        assertThat(ledger.askWithoutAmount(RESTORE_BALANCE, hold)).isEqualTo(applied("default", 88_00));
        assertThat(ledger.holdOf(hold).isOpen()).isFalse();
    }

    @Test
    void closesAFullyCapturedHoldWhenNothingIsLeftToRelease() {
        String hold = ledger.hold(30_00);
        ledger.ask(DEBIT_HOLD_BALANCE, 30_00, hold);
        assertThat(ledger.askWithoutAmount(RESTORE_BALANCE, hold)).isEqualTo(applied("default", 70_00));
        assertThat(ledger.holdOf(hold).isOpen()).isFalse();
    }

    @Test
    void refusesAllButACaptureReversalOnAClosedHold() {
        String hold = ledger.hold(30_00);
        ledger.askWithoutAmount(RESTORE_BALANCE, hold);
        assertThat(code(ledger.ask(HOLD_BALANCE, 1, hold))).isEqualTo(RefusalCode.HOLD_CLOSED);
        assertThat(code(ledger.ask(DEBIT_HOLD_BALANCE, 1, hold))).isEqualTo(RefusalCode.HOLD_CLOSED);
        assertThat(code(ledger.askWithoutAmount(RESTORE_BALANCE, hold))).isEqualTo(RefusalCode.HOLD_CLOSED);
        assertThat(ledger.ask(CREDIT_HOLD_BALANCE, 5_00, hold)).isEqualTo(applied(hold, 5_00));
        assertThat(ledger.holdOf(hold).isOpen()).isTrue();
    }

    @Test
    void takesACaptureBackFromSettlement() {
        String hold = ledger.hold(30_00);
        ledger.ask(DEBIT_HOLD_BALANCE, 30_00, hold);
        assertThat(ledger.ask(CREDIT_HOLD_BALANCE, 10_00, hold)).isEqualTo(applied(hold, 10_00));
        assertThat(ledger.holdOf(hold).captured()).isEqualTo(20_00);
        assertThat(ledger.available()).isEqualTo(70_00);
    }

    @Test
    void depositsAndWithdraws() {
        assertThat(ledger.ask(DEPOSIT, 1_00, null)).isEqualTo(applied("default", 101_00));
        assertThat(ledger.ask(WITHDRAWAL, 101_00, null)).isEqualTo(applied("default", 0));
        assertThat(code(ledger.ask(WITHDRAWAL, 1, null))).isEqualTo(RefusalCode.INSUFFICIENT_BALANCE);
    }

    @Test
    void refusesACreditBeyondTheLimitOfABalance() {
        assertThat(code(ledger.ask(CREDIT_BALANCE, Amount.MAX_MINOR, null)))
                .isEqualTo(RefusalCode.BALANCE_LIMIT_EXCEEDED);
        assertThat(code(ledger.ask(DEPOSIT, Amount.MAX_MINOR, null))).isEqualTo(RefusalCode.BALANCE_LIMIT_EXCEEDED);
    }

    @Test
    void refusesNewSpendingButSettlesOnAnInactiveAccount() {
        String hold = ledger.hold(30_00);
        ledger.askWithoutAmount(DEACTIVATE, null);
        assertThat(code(ledger.ask(HOLD_BALANCE, 1, null))).isEqualTo(RefusalCode.ACCOUNT_INACTIVE);
        assertThat(code(ledger.ask(DEBIT_BALANCE, 1, null))).isEqualTo(RefusalCode.ACCOUNT_INACTIVE);
        assertThat(code(ledger.ask(DEPOSIT, 1, null))).isEqualTo(RefusalCode.ACCOUNT_INACTIVE);
        assertThat(code(ledger.ask(WITHDRAWAL, 1, null))).isEqualTo(RefusalCode.ACCOUNT_INACTIVE);
        assertThat(ledger.ask(DEBIT_BALANCE, 1_00, "default")).isInstanceOf(Prediction.Applied.class);
        assertThat(ledger.ask(CREDIT_BALANCE, 1_00, null)).isInstanceOf(Prediction.Applied.class);
        assertThat(ledger.ask(DEBIT_HOLD_BALANCE, 10_00, hold)).isInstanceOf(Prediction.Applied.class);
        assertThat(ledger.ask(CREDIT_HOLD_BALANCE, 5_00, hold)).isInstanceOf(Prediction.Applied.class);
        assertThat(ledger.ask(RESTORE_BALANCE, 5_00, hold)).isInstanceOf(Prediction.Applied.class);
        ledger.askWithoutAmount(ACTIVATE, null);
        assertThat(ledger.ask(DEBIT_BALANCE, 1, null)).isInstanceOf(Prediction.Applied.class);
    }

    @Test
    void answersTheFirstRefusalInOrderOfPrecedence() {
        Amount foreign = new Amount(Amount.MAX_MINOR, Currency.getInstance("EUR"));
        ledger.askWithoutAmount(DEACTIVATE, null);
        assertThat(code(ledger.ask(HOLD_BALANCE, 1, "none"))).isEqualTo(RefusalCode.ACCOUNT_INACTIVE);
        ledger.askWithoutAmount(ACTIVATE, null);
        String hold = ledger.hold(1_00);
        ledger.askWithoutAmount(RESTORE_BALANCE, hold);
        assertThat(code(ledger.book.apply(ModelFixture.call("a", DEBIT_HOLD_BALANCE, foreign, "none"))))
                .isEqualTo(RefusalCode.HOLD_NOT_FOUND);
        assertThat(code(ledger.book.apply(ModelFixture.call("b", DEBIT_HOLD_BALANCE, foreign, hold))))
                .isEqualTo(RefusalCode.CURRENCY_MISMATCH);
        assertThat(code(ledger.ask(DEBIT_HOLD_BALANCE, Amount.MAX_MINOR, hold))).isEqualTo(RefusalCode.HOLD_CLOSED);
    }

    @Test
    void appliesAKeyOnceAndGivesTheSameAnswer() {
        Prediction first = ledger.ask("k", DEBIT_BALANCE, 10_00, null);
        assertThat(ledger.ask("k", DEBIT_BALANCE, 10_00, null)).isEqualTo(first);
        assertThat(ledger.available()).isEqualTo(90_00);
    }

    @Test
    void freezesARefusalForItsKey() {
        Prediction refusal = ledger.ask("k", DEBIT_BALANCE, 100_01, null);
        ledger.ask(DEPOSIT, 50_00, null);
        assertThat(ledger.ask("k", DEBIT_BALANCE, 100_01, null)).isEqualTo(refusal);
    }

    @Test
    void conflictsWhenAKeyIsUsedForAnotherRequest() {
        ledger.ask("k", DEBIT_BALANCE, 10_00, null);
        assertThat(ledger.ask("k", DEBIT_BALANCE, 10_01, null)).isEqualTo(new Prediction.KeyReused());
        assertThat(ledger.ask("k", CREDIT_BALANCE, 10_00, null)).isEqualTo(new Prediction.KeyReused());
        assertThat(ledger.available()).isEqualTo(90_00);
    }

    private static Prediction applied(String ref, long minor) {
        return new Prediction.Applied(ref, new Amount(minor, SGD), null);
    }

    private static Prediction refused(RefusalCode code, String ref, long minor) {
        return new Prediction.Refused(code, ref, new Amount(minor, SGD));
    }

    private static RefusalCode code(Prediction prediction) {
        return ((Prediction.Refused) prediction).code();
    }
}
