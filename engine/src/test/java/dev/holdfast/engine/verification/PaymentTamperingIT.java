package dev.holdfast.engine.verification;

import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever changes what a payment's messages said is found out by the journal. */
@TestInstance(Lifecycle.PER_CLASS)
class PaymentTamperingIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());

    @BeforeAll
    void keepAPayment() {
        TestNetwork network = new TestNetwork(engine);
        TestCard card = network.card("victim", 1_000);
        network.authorize(card, network.trace(), "net", PaymentKind.PRE_AUTHORIZATION, 200);
        network.state(card, "net", new Content.Presentment("arn", TestNetwork.php(150), false));
        database.execute("CREATE TABLE kept AS SELECT * FROM payment_fact");
    }

    @BeforeEach
    void restore() {
        database.execute("TRUNCATE payment_fact; INSERT INTO payment_fact SELECT * FROM kept");
    }

    @AfterAll
    void stop() {
        engine.close();
        database.close();
    }

    @Test
    void findsNothingInPaymentsThatNobodyTouched() {
        engine.assertVerifies();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE payment_fact SET amount_minor = amount_minor + 1 WHERE type = 'pre_authorized'",
                "UPDATE payment_fact SET amount_minor = amount_minor - 1 WHERE type = 'captured'",
                "UPDATE payment_fact SET type = 'last_captured' WHERE type = 'captured'",
                "UPDATE payment_fact SET type = 'authorized' WHERE type = 'pre_authorized'",
                "UPDATE payment_fact SET payment_id = gen_random_uuid() WHERE type = 'captured'",
                "DELETE FROM payment_fact WHERE type = 'captured'",
                "UPDATE payment_fact SET amount_minor = 9223372036854775807 WHERE type = 'captured'",
                "INSERT INTO payment_fact SELECT bucket, account_id, payment_id, type, 'added', 9223372036854775807"
                        + " FROM payment_fact WHERE type = 'captured'",
                "DELETE FROM payment_fact",
            })
    void findsAlteredFacts(String change) {
        assertThat(database.execute(change)).isPositive();

        assertThat(Await.on(engine.engine().verifier().verify()).findings())
                .isNotEmpty()
                .allMatch(finding -> finding.check() == Check.PAYMENTS_MATCH_JOURNAL);
    }

    @Test
    void findsAFactOfNoKnownType() {
        database.execute("UPDATE payment_fact SET type = 'wished' WHERE type = 'captured'");

        assertThat(Await.on(engine.engine().verifier().verify()).findings())
                .anyMatch(finding -> finding.check() == Check.ROWS_BELONG);
    }
}
