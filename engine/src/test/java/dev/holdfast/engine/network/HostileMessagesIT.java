package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.payment.Payment;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION;
import static dev.holdfast.engine.network.MessageFunction.CLEARING;
import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** Messages that a sender gets wrong, or means to: at the bounds of what a payment and a deadline take. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileMessagesIT {

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
    void approvesNoMoreThanThereIsWhereAPartWasTakenBackBefore() {
        TestCard card = network.card("part-back", 100);
        Trace trace = network.trace();
        network.reverse(card, trace, "net-pb", 300);
        AuthorizationRequest asked =
                new AuthorizationRequest(TransactionType.PURCHASE, FINAL_AUTHORIZATION, false, true, php(1_000));

        MessageOutcome outcome = network.send(card, AUTHORIZATION, trace, "net-pb", TestNetwork.request(trace, asked));

        assertThat(outcome.response()).isEqualTo(Response.PARTIALLY_APPROVED);
        assertThat(outcome.approvedMinor()).isEqualTo(100);
        assertThat(engine.standing(card.account())).isEqualTo("0/0");
    }

    @Test
    void declinesAnotherStatementUnderAUsedId() {
        TestCard card = network.card("restated", 10_000);
        Trace trace = network.trace();
        Arrival.ContentOf open = (id, credentials) -> new Content.Presentment("arn-open", php(300), false);
        Arrival.ContentOf last = (id, credentials) -> new Content.Presentment("arn-open", php(300), true);
        network.send(card, CLEARING, trace, "net-rs", open);

        assertThat(reasons(network.send(card, CLEARING, trace, "net-rs", last)))
                .containsExactly(DeclineReason.DUPLICATE);
    }

    @Test
    void refusesWhatAPaymentHasNoRoomForAndLetsItsMoneyGo() {
        TestCard card = network.card("full", 10_000);
        Trace first = network.trace();
        network.authorize(card, first, "net-full", PRE_AUTHORIZATION, 5_000);
        List<Future<HostAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < Payment.MAX_FACTS; i++) {
            Content refund = new Content.Refund("ref-" + i, php(1));
            answers.add(network.submit(
                    network.arrival(card, CLEARING, network.trace(), "net-full", (id, credentials) -> refund)));
        }
        answers.forEach(Await::on);

        assertThat(reasons(network.state(card, "net-full", new Content.Refund("one-more", php(1)))))
                .containsExactly(DeclineReason.PAYMENT_CLOSED);
        assertThat(reasons(network.increment(card, network.trace(), "net-full", PRE_AUTHORIZATION, 1)))
                .containsExactly(DeclineReason.PAYMENT_CLOSED);
        assertThat(network.reverse(card, first, "net-full", 0).response()).isEqualTo(Response.TAKEN);
        assertThat(engine.standing(card.account())).endsWith("/0");
    }

    @Test
    void givesAMessageFromTheFutureNoMoreTimeThanOthers() {
        TestCard card = network.card("future", 10_000);
        Trace trace = network.trace();
        Arrival sent = network.arrival(
                card, AUTHORIZATION, trace, "net-fu", TestNetwork.request(trace, PRE_AUTHORIZATION, 500));
        Instant now = Instant.now();
        Arrival early = new Arrival(
                sent.function(),
                false,
                trace,
                sent.retrieval(),
                sent.presented(),
                sent.links(),
                sent.place(),
                sent.content(),
                new Timing(now.plusSeconds(3_600), now.minusSeconds(3)));

        assertThat(reasons(network.send(early))).containsExactly(DeclineReason.DEADLINE);
    }

    private static List<DeclineReason> reasons(MessageOutcome outcome) {
        return outcome.findings().stream().map(Finding::reason).toList();
    }
}
