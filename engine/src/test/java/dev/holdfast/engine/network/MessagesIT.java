package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.book.Operation;
import dev.holdfast.engine.book.RefusalReason;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import dev.holdfast.engine.vault.Pan;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION;
import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION_ADVICE;
import static dev.holdfast.engine.network.MessageFunction.CLEARING;
import static dev.holdfast.engine.network.MessageFunction.NEGATIVE_ACKNOWLEDGEMENT;
import static dev.holdfast.engine.network.MessageFunction.REVERSAL_ADVICE;
import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** Messages of card payments, through the host and its lanes, on PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class MessagesIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    @Test
    void holdsWhatIsApprovedAndCapturesItLater() {
        TestCard card = network.card("life", 10_000);
        Trace first = network.trace();
        assertThat(network.authorize(card, first, "net-1", PRE_AUTHORIZATION, 1_000)
                        .response())
                .isEqualTo(Response.APPROVED);
        assertThat(standing(card)).isEqualTo("9000/1000");

        network.increment(card, network.trace(), "net-1", PRE_AUTHORIZATION, 500);
        network.reverse(card, first, "net-1", 800);
        assertThat(standing(card)).isEqualTo("8700/1300");

        network.state(card, "net-1", new Content.Presentment("arn-1", php(1_200), true));
        assertThat(standing(card)).isEqualTo("8800/0");
    }

    @Test
    void answersARepeatAsItAnsweredTheFirstTimeAndMovesNothing() {
        TestCard card = network.card("repeat", 10_000);
        Trace trace = network.trace();
        Arrival message = network.arrival(
                card, AUTHORIZATION, trace, "net-r", TestNetwork.request(trace, FINAL_AUTHORIZATION, 700));
        MessageOutcome first = network.send(message);
        network.authorize(card, network.trace(), "net-other", FINAL_AUTHORIZATION, 100);

        MessageOutcome again = network.send(message);

        assertThat(again).isEqualTo(first.asReplay());
        assertThat(first.approvalCode()).matches("[A-Z0-9]{6}");
        assertThat(standing(card)).isEqualTo("9200/0");
    }

    @Test
    void answersFiftySendersOfOneMessageAlike() {
        TestCard card = network.card("crowd", 10_000);
        Trace trace = network.trace();
        Arrival message =
                network.arrival(card, AUTHORIZATION, trace, "net-c", TestNetwork.request(trace, PRE_AUTHORIZATION, 10));
        List<Future<HostAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(network.submit(message));
        }
        answers.forEach(
                answer -> assertThat(Await.on(answer).outcome().response()).isEqualTo(Response.APPROVED));
        assertThat(standing(card)).isEqualTo("9990/10");
    }

    @Test
    void declinesAnotherMessageUnderAUsedId() {
        TestCard card = network.card("reused", 10_000);
        Trace trace = network.trace();
        network.authorize(card, trace, "net-u", FINAL_AUTHORIZATION, 700);

        assertThat(reasons(network.authorize(card, trace, "net-u", FINAL_AUTHORIZATION, 701)))
                .containsExactly(DeclineReason.DUPLICATE);
        assertThat(standing(card)).isEqualTo("9300/0");
    }

    @Test
    void declinesAnAuthorizationUnderAnothersNetworkId() {
        TestCard card = network.card("same-id", 10_000);
        network.authorize(card, network.trace(), "net-same", FINAL_AUTHORIZATION, 700);

        assertThat(reasons(network.authorize(card, network.trace(), "net-same", FINAL_AUTHORIZATION, 700)))
                .containsExactly(DeclineReason.DUPLICATE);
        assertThat(standing(card)).isEqualTo("9300/0");
    }

    @Test
    void declinesForAllReasonsAtOnceAndForTheSameWhenRepeated() {
        TestCard card = network.card("locked", 100);
        change(card, CardStatus.LOCKED);
        Trace trace = network.trace();

        MessageOutcome first = network.authorize(card, trace, "net-d", FINAL_AUTHORIZATION, 101);

        assertThat(reasons(first)).containsExactly(DeclineReason.CARD_LOCKED, DeclineReason.INSUFFICIENT_FUNDS);
        change(card, CardStatus.ACTIVE);
        assertThat(network.authorize(card, trace, "net-d", FINAL_AUTHORIZATION, 101)
                        .findings())
                .isEqualTo(first.findings());
    }

    @Test
    void approvesAPartWhereTheTerminalAllowsIt() {
        TestCard card = network.card("part", 60);
        Trace trace = network.trace();
        AuthorizationRequest asked =
                new AuthorizationRequest(TransactionType.PURCHASE, FINAL_AUTHORIZATION, false, true, php(100));

        MessageOutcome outcome = network.send(card, AUTHORIZATION, trace, "net-p", TestNetwork.request(trace, asked));

        assertThat(outcome.response()).isEqualTo(Response.PARTIALLY_APPROVED);
        assertThat(outcome.approvedMinor()).isEqualTo(60);
        assertThat(standing(card)).isEqualTo("0/0");
    }

    @Test
    void declinesAnAuthorizationThatWasReversedBeforeItCame() {
        TestCard card = network.card("tombstone", 10_000);
        Trace trace = network.trace();
        network.reverse(card, trace, "net-t", 0);

        assertThat(reasons(network.authorize(card, trace, "net-t", PRE_AUTHORIZATION, 100)))
                .containsExactly(DeclineReason.REVERSED_BEFORE);
        assertThat(standing(card)).isEqualTo("10000/0");
    }

    @Test
    void takesAPresentmentWithoutFundsAndLinksTheAuthorizationThatComesLater() {
        TestCard card = network.card("forced", 0);

        MessageOutcome forced = network.state(card, "net-f", new Content.Presentment("arn-f", php(300), true));
        assertThat(forced.flags()).containsExactly(Flag.UNAUTHORIZED);
        assertThat(standing(card)).isEqualTo("-300/0");

        MessageOutcome late = network.authorize(card, network.trace(), "net-f", FINAL_AUTHORIZATION, 300);
        assertThat(late.response()).isEqualTo(Response.APPROVED);
        assertThat(late.flags()).containsExactly(Flag.COVERED_BEFORE);
        assertThat(standing(card)).isEqualTo("-300/0");
    }

    @Test
    void refusesAPresentmentThatContradictsAnEarlierOne() {
        TestCard card = network.card("contradiction", 10_000);
        network.state(card, "net-x", new Content.Presentment("arn-x", php(300), true));

        assertThat(reasons(network.state(card, "net-x", new Content.Presentment("arn-x", php(400), true))))
                .containsExactly(DeclineReason.CONTRADICTION);
        assertThat(standing(card)).isEqualTo("9700/0");
    }

    @Test
    void letsTheNetworksDecisionStandWhereOurAnswerCameTooLate() {
        TestCard card = network.card("stood-in", 10_000);
        Trace trace = network.trace();
        network.authorize(card, trace, "net-s", PRE_AUTHORIZATION, 500);
        Arrival.ContentOf tooLate = (id, credentials) -> new Content.AnswerVoid(trace.authorization(id));
        network.send(card, REVERSAL_ADVICE, network.trace(), "net-s", tooLate);
        assertThat(standing(card)).isEqualTo("10000/0");

        Arrival.ContentOf stoodIn =
                (id, credentials) -> new Content.Advice(trace.authorization(id), PRE_AUTHORIZATION, true, php(500));
        network.send(card, AUTHORIZATION_ADVICE, network.trace(), "net-s", stoodIn);
        assertThat(standing(card)).isEqualTo("9500/500");

        network.send(card, NEGATIVE_ACKNOWLEDGEMENT, network.trace(), "net-s", tooLate);
        assertThat(standing(card)).isEqualTo("9500/500");
        network.reverse(card, trace, "net-s", 0);
        assertThat(standing(card)).isEqualTo("10000/0");
    }

    @Test
    void countsAnAdviceOnceThoughTheAuthorizationWasApprovedHereToo() {
        TestCard card = network.card("once", 10_000);
        Trace trace = network.trace();
        network.authorize(card, trace, "net-o", PRE_AUTHORIZATION, 500);
        network.send(
                card,
                AUTHORIZATION_ADVICE,
                network.trace(),
                "net-o",
                (id, credentials) -> new Content.Advice(trace.authorization(id), PRE_AUTHORIZATION, true, php(430)));

        assertThat(standing(card)).isEqualTo("9570/430");
    }

    @Test
    void doesNotRepeatAnApprovalThatDidNotCount() {
        TestCard card = network.card("voided", 10_000);
        Trace trace = network.trace();
        network.authorize(card, trace, "net-v", PRE_AUTHORIZATION, 500);
        network.send(
                card,
                NEGATIVE_ACKNOWLEDGEMENT,
                network.trace(),
                "net-v",
                (id, credentials) -> new Content.AnswerVoid(trace.authorization(id)));

        assertThat(network.authorize(card, trace, "net-v", PRE_AUTHORIZATION, 500)
                        .response())
                .isEqualTo(Response.DECLINED);
        assertThat(standing(card)).isEqualTo("10000/0");
    }

    @Test
    void declinesAndKeepsAMessageThatComesAfterItsDeadline() {
        TestCard card = network.card("late", 10_000);
        Trace trace = network.trace();
        Arrival inTime = network.arrival(
                card, AUTHORIZATION, trace, "net-l", TestNetwork.request(trace, PRE_AUTHORIZATION, 500));
        Instant longAgo = Instant.now().minusSeconds(3);
        Arrival late = new Arrival(
                inTime.function(),
                false,
                trace,
                inTime.retrieval(),
                inTime.presented(),
                inTime.links(),
                inTime.place(),
                inTime.content(),
                new Timing(longAgo, longAgo));

        MessageOutcome outcome = network.send(late);

        assertThat(reasons(outcome)).containsExactly(DeclineReason.DEADLINE);
        assertThat(outcome.decidedBy()).isEqualTo(DecidedBy.DEADLINE);
        assertThat(standing(card)).isEqualTo("10000/0");
        String kept = "SELECT count(*) FROM network_message WHERE card_id = '" + card.id() + "' AND decided_by = 2";
        Await.until("the message is kept", () -> database.queryText(kept).equals("1"));
    }

    @Test
    void keepsAMessageAboutACardThatIsNotThere() {
        TestCard known = network.card("known", 0);
        TestCard unknown = new TestCard("nobody", UUID.randomUUID(), otherNumber(known));

        MessageOutcome outcome = network.authorize(unknown, network.trace(), "net-n", FINAL_AUTHORIZATION, 1);

        assertThat(reasons(outcome)).containsExactly(DeclineReason.CARD_NOT_FOUND);
        Await.until(
                "the message is kept",
                () -> database.queryText(
                                "SELECT count(*) FROM network_message WHERE card_id IS NULL" + " AND function = 1")
                        .equals("1"));
    }

    @Test
    void keepsTheLedgersCallersOffItsHolds() {
        TestCard card = network.card("guarded", 10_000);
        network.authorize(card, network.trace(), "net-g", PRE_AUTHORIZATION, 100);
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
    }

    /** Each of several orders of the same messages, on an account of its own, all at once and each message twice. */
    @Test
    void endsInTheSameBalancesInAnyOrder() {
        Random random = new Random(7);
        Map<String, String> ends = new HashMap<>();
        for (int order = 0; order < 60; order++) {
            TestCard card = network.card("order-" + order, 10_000);
            List<Arrival> messages = lifeOf(card, order % 2 == 0 ? PRE_AUTHORIZATION : FINAL_AUTHORIZATION);
            messages.addAll(List.copyOf(messages));
            Collections.shuffle(messages, random);
            List<Future<HostAnswer>> answers =
                    messages.stream().map(network::submit).toList();
            answers.forEach(Await::on);
            ends.put(card.account(), standing(card));
        }

        // The capture that stands is charged, whatever was held or charged before it.
        assertThat(ends.values()).containsOnly("9700/0");
    }

    /** Two authorizations, one reversed; two captures, one taken back; a refund, taken back. */
    private List<Arrival> lifeOf(TestCard card, PaymentKind kind) {
        Trace first = network.trace();
        Trace increment = network.trace();
        List<Arrival> life = new ArrayList<>();
        for (Content content : List.of(
                new Content.Presentment("arn-1", php(430), false),
                new Content.Presentment("arn-2", php(300), true),
                new Content.PresentmentReversal("arn-1"),
                new Content.Refund("ref-1", php(55)),
                new Content.RefundReversal("ref-1"))) {
            life.add(network.arrival(card, CLEARING, network.trace(), "net", (id, credentials) -> content));
        }
        life.add(network.arrival(
                card,
                REVERSAL_ADVICE,
                network.trace(),
                "net",
                (id, credentials) -> new Content.Reversal(increment.authorization(id), php(200), 0)));
        life.add(network.arrival(card, AUTHORIZATION, first, "net", TestNetwork.increment(first, kind, 600)));
        life.add(network.arrival(card, AUTHORIZATION, increment, "net", TestNetwork.increment(increment, kind, 200)));
        return life;
    }

    private void change(TestCard card, CardStatus status) {
        Await.on(engine.engine()
                .cards()
                .changeStatus(engine.key(card.account()), card.id(), status, "test", TestEngine.deadline()));
    }

    private static Pan otherNumber(TestCard known) {
        String text = known.pan().digits().reveal();
        for (int last = 0; last < 100; last++) {
            String candidate = text.substring(0, 14) + String.format("%02d", last);
            Optional<Pan> pan = Pan.parse(candidate);
            if (pan.isPresent() && !candidate.equals(text)) {
                return pan.get();
            }
        }
        throw new IllegalStateException("every fourteen digits have ten numbers");
    }

    private static List<DeclineReason> reasons(MessageOutcome outcome) {
        return outcome.findings().stream().map(Finding::reason).toList();
    }

    /** Available and held, in minor units, as the database has them. */
    private String standing(TestCard card) {
        return database.queryText("SELECT available_minor || '/' || held_minor FROM balance"
                + " JOIN account USING (bucket, account_id) WHERE account_ref = '" + card.account() + "'");
    }
}
