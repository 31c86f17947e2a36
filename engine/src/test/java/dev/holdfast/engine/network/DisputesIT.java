package dev.holdfast.engine.network;

import dev.holdfast.engine.clearing.ClearingRecord;
import dev.holdfast.engine.clearing.ClearingType;
import dev.holdfast.engine.clearing.TransferType;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.time.Instant;

import static dev.holdfast.engine.clearing.ClearingType.CHARGEBACK;
import static dev.holdfast.engine.clearing.ClearingType.CHARGEBACK_CHALLENGE;
import static dev.holdfast.engine.clearing.ClearingType.CHARGEBACK_CHALLENGE_REVERSAL;
import static dev.holdfast.engine.clearing.ClearingType.FEE_COLLECTION_DEBIT;
import static dev.holdfast.engine.clearing.ClearingType.FINAL_AUTH;
import static dev.holdfast.engine.clearing.TransferType.AHI_CREDIT;
import static dev.holdfast.engine.clearing.TransferType.CONSUMER_CREDIT;
import static dev.holdfast.engine.clearing.TransferType.CONSUMER_DEBIT;
import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** Disputes, whose clearing records may all have the reference of the presentment. */
@TestInstance(Lifecycle.PER_CLASS)
class DisputesIT {

    private static final String REFERENCE = "arn-1";

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
    void followsADisputeToTheRulingUnderOneReference() {
        TestCard card = paid("ruled");

        clear(card, CHARGEBACK, CONSUMER_CREDIT, 1_000);
        assertThat(engine.standing("ruled")).isEqualTo("10000/0");
        clear(card, CHARGEBACK_CHALLENGE, CONSUMER_DEBIT, 1_000);
        assertThat(engine.standing("ruled")).isEqualTo("9000/0");
        clear(card, CHARGEBACK_CHALLENGE_REVERSAL, CONSUMER_CREDIT, 1_000);
        clear(card, FEE_COLLECTION_DEBIT, CONSUMER_DEBIT, 25);

        assertThat(engine.standing("ruled")).isEqualTo("9975/0");
    }

    @Test
    void movesTheCustomersPartAndOnlyNotesTheInstitutions() {
        TestCard card = paid("shared");

        clear(card, CHARGEBACK, AHI_CREDIT, 1_000);
        assertThat(engine.standing("shared")).isEqualTo("9000/0");
        clear(card, CHARGEBACK, CONSUMER_CREDIT, 1_000);

        assertThat(engine.standing("shared")).isEqualTo("10000/0");
    }

    /** Takes a record, which is no other message and no contradiction, and takes it again, which changes nothing. */
    private void clear(TestCard card, ClearingType type, TransferType transfer, long minor) {
        NetworkMessage message = message(card, new ClearingRecord(type, transfer, REFERENCE, null, php(minor)));
        MessageOutcome taken = Await.on(engine.engine().networkHost().state(message));
        assertThat(taken.findings()).isEmpty();
        assertThat(taken.replayed()).isFalse();
        assertThat(Await.on(engine.engine().networkHost().state(message))).isEqualTo(taken.asReplay());
    }

    private NetworkMessage message(TestCard card, ClearingRecord record) {
        Instant now = Instant.now();
        NetworkMessage.Subject subject = new NetworkMessage.Subject(engine.key(card.account()), card.id());
        return new NetworkMessage(
                record.messageId(subject.account()),
                MessageFunction.CLEARING,
                subject,
                new Links("test", "net-" + card.account(), "", "", ""),
                null,
                record.content(),
                new Timing(now, now));
    }

    private TestCard paid(String account) {
        TestCard card = network.card(account, 10_000);
        network.authorize(card, network.trace(), "net-" + account, FINAL_AUTHORIZATION, 1_000);
        clear(card, FINAL_AUTH, CONSUMER_DEBIT, 1_000);
        assertThat(engine.standing(account)).isEqualTo("9000/0");
        return card;
    }
}
