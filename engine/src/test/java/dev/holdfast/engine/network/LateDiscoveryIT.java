package dev.holdfast.engine.network;

import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.CommitDroppingProxy;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

import static dev.holdfast.engine.network.MessageFunction.AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

/** A commit whose answer was lost is found again, too late for the network. */
@TestInstance(Lifecycle.PER_CLASS)
class LateDiscoveryIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final CommitDroppingProxy proxy = new CommitDroppingProxy(database.url());
    private final TestEngine engine = TestEngine.start(proxy.url());
    private final TestNetwork network = new TestNetwork(engine);

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        proxy.close();
        database.close();
    }

    /** The commit is found after the deadline, while the caller still waits: nobody has heard of it, so it is no repeat. */
    @Test
    void voidsWhatWasCommittedInTimeAndFoundTooLate() throws SQLException {
        TestCard card = network.card("found", 1_000);
        Trace trace = network.trace();
        Arrival message = TestNetwork.now(network.arrival(
                card, AUTHORIZATION, trace, "fo-1", TestNetwork.request(trace, PRE_AUTHORIZATION, 300)));
        Instant late = message.timing().sentAt().plusMillis(2_030);
        proxy.dropCommitReplyAndStayAway();
        Future<HostAnswer> answer;
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            answer = network.submit(message);
            Await.until("the commit is there", () -> standing().equals("700/300"));
            blocker.setAutoCommit(false);
            // Holds the lane's second look back until it is too late.
            statement.execute("LOCK TABLE balance IN ACCESS EXCLUSIVE MODE");
            proxy.refuseConnections(false);
            Await.until("the deadline is past", () -> Instant.now().isAfter(late));
            blocker.rollback();
        }

        assertThat(Await.on(answer).outcome().response()).isEqualTo(Response.DECLINED);
        Await.until("what was held is free again", () -> standing().equals("1000/0"));
    }

    /** Not through the proxy, which lets nobody in for a while. */
    private String standing() {
        return database.queryText("SELECT available_minor || '/' || held_minor FROM balance");
    }
}
