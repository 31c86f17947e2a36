package dev.holdfast.engine.network;

import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.hsm.ExpiryOrder;
import dev.holdfast.engine.hsm.HsmKeys;
import dev.holdfast.engine.hsm.SoftwareHsm;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.CommitDroppingProxy;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import dev.holdfast.engine.vault.KeyRing;
import dev.holdfast.engine.vault.VaultKeys;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.security.SecureRandom;
import java.time.Instant;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

/** Two processes before one network: it repeats to one what the other has not answered. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoProcessesIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final CommitDroppingProxy proxy = new CommitDroppingProxy(database.url());
    private final CardDoors.Secrets secrets = secrets();
    private final TestEngine first = TestEngine.start(proxy.url(), secrets);
    private final TestEngine second = TestEngine.start(database.url(), secrets);
    private final TestNetwork one = new TestNetwork(first);
    private final TestNetwork other = new TestNetwork(second);

    @AfterAll
    void stop() {
        second.assertVerifies();
        first.close();
        second.close();
        proxy.close();
        database.close();
    }

    /** The first one's commit never reaches the database, of which it hears when the deadline is past. */
    @Test
    void leavesAloneWhatTheOtherProcessHasApprovedInTime() {
        TestCard card = one.card("two", 1_000);
        one.authorize(card, one.trace(), "tw-1", PRE_AUTHORIZATION, 1);
        other.authorize(card, one.trace(), "tw-2", PRE_AUTHORIZATION, 1);
        Trace trace = one.trace();
        Arrival message = TestNetwork.now(
                one.arrival(card, AUTHORIZATION, trace, "tw-3", TestNetwork.request(trace, PRE_AUTHORIZATION, 300)));
        Instant late = message.timing().sentAt().plusMillis(2_100);

        proxy.dropCommitRequestAndStayAway();
        Future<HostAnswer> unanswered = one.submit(message);
        Await.until("the commit is cut off", () -> proxy.dropped() == 1);
        MessageOutcome heard = other.send(
                TestNetwork.with(message, message.links(), message.timing().sentAt()));
        Await.until("the deadline is past", () -> Instant.now().isAfter(late));
        proxy.refuseConnections(false);

        assertThat(heard.response()).isEqualTo(Response.APPROVED);
        Await.on(unanswered);
        Await.until("the first process has stored what it has to say", () -> voids().equals("answered_elsewhere"));
        assertThat(second.standing("two")).isEqualTo("698/302");
    }

    private String voids() {
        return database.queryText("SELECT coalesce(max(flags), 'none') FROM network_message WHERE function = "
                + MessageFunction.VOID.number());
    }

    private static CardDoors.Secrets secrets() {
        SecureRandom random = new SecureRandom();
        return new CardDoors.Secrets(
                new VaultKeys(KeyRing.generate(random), random),
                new SoftwareHsm(HsmKeys.generate(random), ExpiryOrder.MMYY, random));
    }
}
