package dev.holdfast.engine.network;

import dev.holdfast.engine.authorization.AuthorizationRequest;
import dev.holdfast.engine.authorization.DeclineReason;
import dev.holdfast.engine.authorization.Finding;
import dev.holdfast.engine.authorization.TransactionType;
import dev.holdfast.engine.card.CardStatus;
import dev.holdfast.engine.control.Acceptance;
import dev.holdfast.engine.control.Channel;
import dev.holdfast.engine.control.EntryMode;
import dev.holdfast.engine.control.Merchant;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Jdbc;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;

import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

/** Approvals that move nothing, through the host and its lanes, on PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class ApprovalsIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        database.close();
    }

    private Future<MessageOutcome> submit(
            String account, String message, @Nullable UUID token, PaymentKind kind, long minor) {
        AuthorizationRequest asked =
                new AuthorizationRequest(TransactionType.PURCHASE, kind, false, true, TestNetwork.php(minor));
        Place place = new Place(
                new Merchant("SHOP", 5411, "PH"),
                "T1",
                "A shop",
                new Acceptance(TestEngine.PHP, Channel.UNKNOWN, EntryMode.UNKNOWN));
        return engine.engine()
                .approvals()
                .decide(new ApprovalRequest(
                        engine.key(account),
                        new ApprovalRequest.Names("txn", message),
                        token,
                        asked,
                        place,
                        Instant.now()));
    }

    private MessageOutcome decide(String account, String message, @Nullable UUID token, long minor) {
        return Await.on(submit(account, message, token, FINAL_AUTHORIZATION, minor));
    }

    private int rows(String where) {
        return Integer.parseInt(Jdbc.queryText(database.url(), "SELECT count(*) FROM network_message WHERE " + where));
    }

    @Test
    void approvesWithOneRowAndMovesNothing() {
        TestCard card = network.card("approve", 10_000);
        int entries = engine.entries("approve");

        MessageOutcome outcome = decide("approve", "m1", card.id(), 4_000);

        assertThat(outcome.response()).isEqualTo(Response.APPROVED);
        assertThat(outcome.approvedMinor()).isEqualTo(4_000);
        assertThat(outcome.approvalCode()).matches("[A-Z0-9]{6}");
        assertThat(engine.entries("approve")).isEqualTo(entries);
        assertThat(rows("function = 12 AND card_id = '" + card.id() + "'")).isEqualTo(1);
    }

    @Test
    void answersARepeatAsItAnsweredTheFirstTime() {
        network.card("again", 10_000);
        MessageOutcome first = decide("again", "m1", null, 4_000);

        assertThat(decide("again", "m1", null, 4_000)).isEqualTo(first.asReplay());
        assertThat(decide("again", "m2", null, 4_000).approvalCode()).isNotEqualTo(first.approvalCode());
    }

    @Test
    void declinesTheSameNamesForAnotherAmountOrKind() {
        network.card("other", 10_000);
        decide("other", "m1", null, 4_000);

        assertThat(decide("other", "m1", null, 4_001).reason()).isEqualTo(DeclineReason.DUPLICATE);
        assertThat(Await.on(submit("other", "m1", null, PRE_AUTHORIZATION, 4_000))
                        .reason())
                .isEqualTo(DeclineReason.DUPLICATE);
    }

    @Test
    void declinesForTheCardThatTheTokenNames() {
        TestCard card = network.card("token", 10_000);
        Await.on(engine.engine()
                .cards()
                .changeStatus(engine.key("token"), card.id(), CardStatus.LOCKED, "test", TestEngine.deadline()));

        assertThat(decide("token", "m1", card.id(), 100).reason()).isEqualTo(DeclineReason.CARD_LOCKED);
        assertThat(decide("token", "m2", UUID.randomUUID(), 100).response()).isEqualTo(Response.APPROVED);
    }

    @Test
    void declinesTheCardOfAnotherAccount() {
        network.card("mine", 10_000);
        TestCard theirs = network.card("theirs", 10_000);

        assertThat(decide("mine", "m1", theirs.id(), 100).reason()).isEqualTo(DeclineReason.CARD_NOT_FOUND);
    }

    @Test
    void approvesWhatIsThereOfTooMuch() {
        network.card("part", 10_000);

        MessageOutcome outcome = decide("part", "m1", null, 10_001);

        assertThat(outcome.response()).isEqualTo(Response.PARTIALLY_APPROVED);
        assertThat(outcome.approvedMinor()).isEqualTo(10_000);
    }

    @Test
    void declinesAndKeepsWhatNamesNoAccount() {
        MessageOutcome outcome = decide("nobody", "m1", null, 100);

        assertThat(outcome.findings()).containsExactly(Finding.of(DeclineReason.ACCOUNT_NOT_FOUND));
        assertThat(decide("nobody", "m1", null, 100).response()).isEqualTo(Response.DECLINED);
        assertThat(rows("reasons = 'account_not_found'")).isEqualTo(1);
        network.card("nobody", 100);
        assertThat(decide("nobody", "m1", null, 100).response()).isEqualTo(Response.APPROVED);
    }

    @Test
    void declinesInTimeAndForGoodWhenTheDatabaseIsSlow() throws SQLException {
        network.card("slow", 10_000);
        MessageOutcome outcome;
        try (Connection blocker = Jdbc.connect(database.url());
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE balance IN ACCESS EXCLUSIVE MODE");
            outcome = decide("slow", "m1", null, 100);
            blocker.rollback();
        }

        assertThat(outcome.reason()).isEqualTo(DeclineReason.DEADLINE);
        assertThat(outcome.decidedBy()).isEqualTo(DecidedBy.DEADLINE);
        assertThat(decide("slow", "m1", null, 100).response()).isEqualTo(Response.DECLINED);
    }
}
