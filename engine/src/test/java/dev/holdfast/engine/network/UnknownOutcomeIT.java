package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.CommitDroppingProxy;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Instant;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

/** An authorization whose commit is in doubt for as long as an answer could be waited for. */
@TestInstance(Lifecycle.PER_CLASS)
class UnknownOutcomeIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final CommitDroppingProxy proxy = new CommitDroppingProxy(database.url());
    private final TestEngine engine = TestEngine.start(proxy.url(), LaneLimits.impatient());
    private final TestNetwork network = new TestNetwork(engine);

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        proxy.close();
        database.close();
    }

    @Test
    void declinesVoidsAndDoesNotApproveTheRepeatOfWhatWasCommitted() {
        TestCard card = network.card("doubt", 1_000);
        network.authorize(card, network.trace(), "do-1", PRE_AUTHORIZATION, 100);
        Trace trace = network.trace();
        Arrival message =
                network.arrival(card, AUTHORIZATION, trace, "do-2", TestNetwork.request(trace, PRE_AUTHORIZATION, 300));
        proxy.dropCommitReplyAndStayAway();

        MessageOutcome outcome = network.send(TestNetwork.now(message));

        assertThat(outcome.reason()).isEqualTo(DeclineReason.ISSUER_UNAVAILABLE);
        assertThat(outcome.decidedBy()).isEqualTo(DecidedBy.SYSTEM);
        assertThat(network.send(repeat(message)).response()).isEqualTo(Response.DECLINED);

        proxy.refuseConnections(false);
        Await.until(
                "the void is stored",
                () -> database.queryText("SELECT count(*) FROM payment_fact WHERE type = 'answer_voided'")
                        .equals("1"));
        assertThat(engine.standing("doubt")).isEqualTo("900/100");
        assertThat(network.send(repeat(message)).response()).isEqualTo(Response.DECLINED);
        assertThat(engine.standing("doubt")).isEqualTo("900/100");
    }

    private static Arrival repeat(Arrival message) {
        Instant now = Instant.now();
        return new Arrival(
                message.function(),
                true,
                message.trace(),
                message.retrieval(),
                message.presented(),
                message.links(),
                message.place(),
                message.content(),
                new Timing(message.timing().sentAt(), now));
    }
}
