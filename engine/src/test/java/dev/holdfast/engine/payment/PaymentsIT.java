package dev.holdfast.engine.payment;

import dev.holdfast.engine.account.AccountChange;
import dev.holdfast.engine.book.AccountStatus;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.payment.PaymentMessage.Authorization;
import dev.holdfast.engine.payment.PaymentMessage.Content;
import dev.holdfast.engine.payment.PaymentMessage.Expiry;
import dev.holdfast.engine.payment.PaymentMessage.Presentment;
import dev.holdfast.engine.payment.PaymentMessage.PresentmentReversal;
import dev.holdfast.engine.payment.PaymentMessage.Refund;
import dev.holdfast.engine.payment.PaymentMessage.RefundReversal;
import dev.holdfast.engine.payment.PaymentMessage.Reversal;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

/** Messages of card payments, through lanes, on PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class PaymentsIT {

    private static final Currency USD = Currency.of("USD");

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());

    @BeforeAll
    void seed() {
        engine.open("poor");
    }

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    @Test
    void holdsWhatIsApprovedAndCapturesItLater() {
        fund("life");
        UUID first = UUID.randomUUID();
        send("life", first, "net-1", new Authorization(PRE_AUTHORIZATION, php(1_000)));
        assertThat(standing("life")).isEqualTo("9000/1000");

        send("life", UUID.randomUUID(), "net-1", new Authorization(PRE_AUTHORIZATION, php(500)));
        send("life", UUID.randomUUID(), "net-1", new Reversal(first, php(800)));
        assertThat(standing("life")).isEqualTo("8700/1300");

        send("life", UUID.randomUUID(), "net-1", new Presentment("arn-1", php(1_200), true));
        assertThat(standing("life")).isEqualTo("8800/0");
    }

    @Test
    void answersARepeatAsItAnsweredTheFirstTimeAndMovesNothing() {
        fund("repeat");
        UUID id = UUID.randomUUID();
        PaymentMessage message = message("repeat", id, "net-r", new Authorization(FINAL_AUTHORIZATION, php(700)));
        PaymentOutcome first = answer(message);
        send("repeat", UUID.randomUUID(), "net-other", new Authorization(FINAL_AUTHORIZATION, php(100)));

        PaymentOutcome again = answer(message);

        assertThat(again).isEqualTo(new PaymentOutcome(first.payment(), List.of(), first.availableMinor(), true));
        assertThat(standing("repeat")).isEqualTo("9200/0");
    }

    @Test
    void answersFiftySendersOfOneMessageAlike() {
        fund("crowd");
        PaymentMessage message =
                message("crowd", UUID.randomUUID(), "net-c", new Authorization(PRE_AUTHORIZATION, php(10)));
        List<Future<PaymentOutcome>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(engine.engine().payments().answer(message, TestEngine.deadline()));
        }
        answers.forEach(answer -> assertThat(Await.on(answer).approved()).isTrue());
        assertThat(standing("crowd")).isEqualTo("9990/10");
    }

    @Test
    void declinesAnotherMessageUnderAUsedId() {
        fund("reused");
        UUID id = UUID.randomUUID();
        send("reused", id, "net-u", new Authorization(FINAL_AUTHORIZATION, php(700)));

        PaymentOutcome other = send("reused", id, "net-u", new Authorization(FINAL_AUTHORIZATION, php(701)));

        assertThat(other.declines()).containsExactly(Decline.MESSAGE_REUSED);
        assertThat(standing("reused")).isEqualTo("9300/0");
    }

    @Test
    void declinesForAllReasonsAtOnceAndForTheSameWhenRepeated() {
        engine.open("closed");
        Await.on(engine.engine()
                .accounts()
                .change(
                        new AccountChange(engine.key("closed"), AccountStatus.INACTIVE, null, null),
                        TestEngine.deadline()));
        PaymentMessage message =
                message("closed", UUID.randomUUID(), "net-d", new Authorization(FINAL_AUTHORIZATION, php(1)));

        PaymentOutcome first = answer(message);

        assertThat(first.declines()).containsExactly(Decline.ACCOUNT_INACTIVE, Decline.INSUFFICIENT_FUNDS);
        assertThat(answer(message).declines()).isEqualTo(first.declines());
    }

    @Test
    void declinesAnAuthorizationInAnotherCurrencyOrForNoAccount() {
        assertThat(send("poor", UUID.randomUUID(), "n", new Authorization(FINAL_AUTHORIZATION, new Money(1, USD)))
                        .declines())
                .containsExactly(Decline.CURRENCY_MISMATCH);
        assertThat(send("nobody", UUID.randomUUID(), "n", new Authorization(FINAL_AUTHORIZATION, php(1)))
                        .declines())
                .containsExactly(Decline.ACCOUNT_NOT_FOUND);
    }

    @Test
    void declinesAnAuthorizationThatWasReversedBeforeItCame() {
        fund("tombstone");
        UUID id = UUID.randomUUID();
        send("tombstone", UUID.randomUUID(), "net-t", new Reversal(id, php(0)));

        PaymentOutcome late = send("tombstone", id, "net-t", new Authorization(PRE_AUTHORIZATION, php(100)));

        assertThat(late.declines()).containsExactly(Decline.REVERSED_BEFORE);
        assertThat(standing("tombstone")).isEqualTo("10000/0");
    }

    @Test
    void declinesAnIncrementOfAPaymentThatHasExpired() {
        fund("expired");
        send("expired", UUID.randomUUID(), "net-e", new Authorization(PRE_AUTHORIZATION, php(100)));
        send("expired", UUID.randomUUID(), "net-e", new Expiry());

        PaymentOutcome late =
                send("expired", UUID.randomUUID(), "net-e", new Authorization(PRE_AUTHORIZATION, php(1_000_000)));

        assertThat(late.declines()).containsExactly(Decline.PAYMENT_CLOSED);
        assertThat(standing("expired")).isEqualTo("10000/0");
    }

    @Test
    void declinesAnIncrementAfterTheLastCapture() {
        fund("done");
        send("done", UUID.randomUUID(), "net-l", new Authorization(FINAL_AUTHORIZATION, php(100)));
        send("done", UUID.randomUUID(), "net-l", new Presentment("arn-l", php(100), true));

        assertThat(send("done", UUID.randomUUID(), "net-l", new Authorization(FINAL_AUTHORIZATION, php(1)))
                        .declines())
                .containsExactly(Decline.PAYMENT_CLOSED);
    }

    @Test
    void approvesAnAuthorizationThatComesAfterTheLastCaptureThatCoversIt() {
        fund("overtaken");
        send("overtaken", UUID.randomUUID(), "net-o", new Presentment("arn-o", php(100), true));

        assertThat(send("overtaken", UUID.randomUUID(), "net-o", new Authorization(PRE_AUTHORIZATION, php(100)))
                        .approved())
                .isTrue();
        assertThat(standing("overtaken")).isEqualTo("9900/0");
    }

    @Test
    void takesAPresentmentWithoutFundsAndWithoutAuthorization() {
        engine.open("forced");

        assertThat(send("forced", UUID.randomUUID(), "net-f", new Presentment("arn-f", php(300), true))
                        .approved())
                .isTrue();
        assertThat(standing("forced")).isEqualTo("-300/0");
    }

    @Test
    void refusesAPresentmentThatContradictsAnEarlierOne() {
        fund("contradiction");
        send("contradiction", UUID.randomUUID(), "net-x", new Presentment("arn-x", php(300), true));

        PaymentOutcome other =
                send("contradiction", UUID.randomUUID(), "net-x", new Presentment("arn-x", php(400), true));

        assertThat(other.declines()).containsExactly(Decline.CONTRADICTS_EARLIER_MESSAGE);
        assertThat(standing("contradiction")).isEqualTo("9700/0");
    }

    @Test
    void chargesAPresentmentOnceThoughItComesAgainUnderAnotherName() {
        fund("twice");
        send("twice", UUID.randomUUID(), "net-1", new Presentment("arn-once", php(300), true));
        send("twice", UUID.randomUUID(), "zeros", new Presentment("arn-once", php(300), true));

        assertThat(standing("twice")).isEqualTo("9700/0");
        send("twice", UUID.randomUUID(), "other", new PresentmentReversal("arn-once"));
        assertThat(standing("twice")).isEqualTo("10000/0");
    }

    @Test
    void findsTheAuthorizationThatAReversalNamesThoughTheNetworkCouldNot() {
        fund("zeros");
        UUID first = UUID.randomUUID();
        send("zeros", first, "net-1", new Authorization(PRE_AUTHORIZATION, php(100)));

        send("zeros", UUID.randomUUID(), "zeros", new Reversal(first, php(0)));

        assertThat(standing("zeros")).isEqualTo("10000/0");
    }

    @Test
    void opensAnotherHoldWhenAClosedOneWouldHaveToGrow() {
        fund("again");
        UUID first = UUID.randomUUID();
        send("again", first, "net-a", new Authorization(PRE_AUTHORIZATION, php(100)));
        send("again", UUID.randomUUID(), "net-a", new Reversal(first, php(0)));
        send("again", UUID.randomUUID(), "net-a", new Authorization(PRE_AUTHORIZATION, php(50)));

        assertThat(standing("again")).isEqualTo("9950/50");
        send("again", UUID.randomUUID(), "net-a", new Expiry());
        assertThat(standing("again")).isEqualTo("10000/0");
    }

    @Test
    void keepsTheLedgersCallersOffItsHolds() {
        fund("guarded");
        send("guarded", UUID.randomUUID(), "net-g", new Authorization(PRE_AUTHORIZATION, php(100)));
        String hold = database.queryText("SELECT hold_id::text FROM hold JOIN account USING (bucket, account_id)"
                + " WHERE account_ref = 'guarded'");

        for (Operation operation : List.of(Operation.RESTORE, Operation.DEBIT_HOLD, Operation.CREDIT_HOLD)) {
            LedgerOutcome outcome =
                    Await.on(engine.apply(engine.request(operation, "guarded", "key-" + operation, 100, hold)));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            LedgerOutcome.Refused.class,
                            refused -> assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.HOLD_NOT_FOUND));
        }

        send("guarded", UUID.randomUUID(), "net-g", new Presentment("arn-g", php(100), true));
        assertThat(standing("guarded")).isEqualTo("9900/0");
    }

    /** Each of several orders of the same messages, on an account of its own, all at once and each message twice. */
    @Test
    void endsInTheSameBalancesInAnyOrder() {
        Random random = new Random(7);
        Map<String, String> ends = new HashMap<>();
        for (int order = 0; order < 60; order++) {
            String account = "order-" + order;
            fund(account);
            List<PaymentMessage> messages = lifeOf(account, order % 2 == 0 ? PRE_AUTHORIZATION : FINAL_AUTHORIZATION);
            messages.addAll(List.copyOf(messages));
            Collections.shuffle(messages, random);
            List<Future<PaymentOutcome>> answers = messages.stream()
                    .map(message -> engine.engine().payments().answer(message, TestEngine.deadline()))
                    .toList();
            answers.forEach(Await::on);
            ends.put(account, standing(account));
        }

        // The capture that stands is charged, whatever was held or charged before it.
        assertThat(ends.values()).containsOnly("9700/0");
    }

    /** Two authorizations, one reversed; two captures, one taken back; a refund, taken back. */
    private List<PaymentMessage> lifeOf(String account, PaymentKind kind) {
        UUID first = UUID.randomUUID();
        UUID increment = UUID.randomUUID();
        List<PaymentMessage> life = new ArrayList<>();
        for (Content content : List.of(
                new Reversal(increment, php(0)),
                new Presentment("arn-1", php(430), false),
                new Presentment("arn-2", php(300), true),
                new PresentmentReversal("arn-1"),
                new Refund("ref-1", php(55)),
                new RefundReversal("ref-1"))) {
            life.add(message(account, UUID.randomUUID(), "net", content));
        }
        life.add(message(account, first, "net", new Authorization(kind, php(600))));
        life.add(message(account, increment, "net", new Authorization(kind, php(200))));
        return life;
    }

    private void fund(String account) {
        engine.open(account);
        Await.on(engine.apply(engine.deposit(account, "fund", 10_000)));
    }

    private static Money php(long minor) {
        return new Money(minor, TestEngine.PHP);
    }

    private PaymentMessage message(String account, UUID id, String name, Content content) {
        return new PaymentMessage(id, engine.key(account), List.of(name), content);
    }

    private PaymentOutcome send(String account, UUID id, String name, Content content) {
        return answer(message(account, id, name, content));
    }

    private PaymentOutcome answer(PaymentMessage message) {
        return Await.on(engine.engine().payments().answer(message, TestEngine.deadline()));
    }

    /** Available and held, in minor units, as the database has them. */
    private String standing(String account) {
        return database.queryText("SELECT available_minor || '/' || held_minor FROM balance"
                + " JOIN account USING (bucket, account_id) WHERE account_ref = '" + account + "'");
    }
}
