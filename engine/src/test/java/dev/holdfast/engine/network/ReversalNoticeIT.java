package dev.holdfast.engine.network;

import dev.holdfast.engine.payment.PaymentKind;
import dev.holdfast.engine.testing.Jdbc;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What a tenant is told of reversals, as it stands in the outbox. */
@TestInstance(Lifecycle.PER_CLASS)
class ReversalNoticeIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);
    private int cards;

    @BeforeEach
    void subscribe() {
        database.execute("DELETE FROM notification");
        database.execute("DELETE FROM subscription");
        subscribe("*");
    }

    private void subscribe(String type) {
        database.execute(
                "INSERT INTO subscription (subscription_id, tenant_id, url, types, batch, status, sealed_secrets,"
                        + " version) VALUES ('" + UUID.randomUUID() + "', " + engine.tenantId()
                        + ", 'https://a.example/', ARRAY['" + type + "'], false, 'active', '', 1)");
    }

    @AfterAll
    void stop() {
        engine.close();
        database.close();
    }

    private TestCard card() {
        return network.card("card-" + cards++, 100_000);
    }

    private List<String> told() {
        return Jdbc.queryRows(database.url(), "SELECT type || ' ' || body FROM notification ORDER BY event_no").stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void tellsOfAFinalAuthorizationThatIsTakenBack() {
        TestCard card = card();
        Trace trace = network.trace();
        MessageOutcome paid = network.authorize(card, trace, "net-1", PaymentKind.FINAL_AUTHORIZATION, 12_345);
        assertThat(told()).isEmpty();
        network.reverse(card, trace, "net-1", 0);

        UUID authorization = trace.authorization(card.id());
        assertThat(told()).hasSize(1);
        assertThat(told().get(0))
                .matches("v1:pba:transaction:final_auth_reversed \\{\"notification_id\":\"([0-9a-f-]{36})\","
                        + "\"type\":\"v1:pba:transaction:final_auth_reversed\","
                        + "\"created_at\":\"[0-9T:.-]{19,23}Z\",\"data\":\\{\"notification_id\":\"\\1\","
                        + "\"transaction_id\":\"" + paid.payment() + "\",\"tenant_reference_id\":\"" + authorization
                        + "\",\"network_transaction_ref\":\"net-1\",\"network_message_ref\":\"R\\d{6}\","
                        + "\"amount\":123\\.45,\"currency\":\"PHP\",\"billing_amount\":123\\.45,"
                        + "\"billing_currency_code\":\"PHP\",\"billing_exchange_rate\":1,"
                        + "\"network_merchant_country_code\":\"PH\",\"is_converted_pre_auth\":false\\}\\}");
    }

    @Test
    void tellsOfThePartOfAPreAuthorizationThatIsTakenBack() {
        TestCard card = card();
        Trace trace = network.trace();
        network.authorize(card, trace, "net-2", PaymentKind.PRE_AUTHORIZATION, 10_000);
        network.reverse(card, trace, "net-2", 4_000);

        assertThat(told()).hasSize(1);
        assertThat(told().get(0))
                .startsWith("v1:pba:transaction:pre_auth_reversed ")
                .contains("\"billing_amount\":60.00")
                .doesNotContain("is_converted_pre_auth");
        assertThat(engine.standing(card.account())).isEqualTo("96000/4000");
    }

    @Test
    void saysThatAPreAuthorizationHasBecomeFinal() {
        TestCard card = card();
        Trace trace = network.trace();
        network.authorize(card, trace, "net-3", PaymentKind.PRE_AUTHORIZATION, 10_000);
        network.increment(card, network.trace(), "net-3", PaymentKind.FINAL_AUTHORIZATION, 1_000);
        network.reverse(card, trace, "net-3", 0);

        assertThat(told()).hasSize(1);
        assertThat(told().get(0)).contains("final_auth_reversed").contains("\"is_converted_pre_auth\":true");
    }

    @Test
    void tellsOnceHoweverOftenTheReversalComes() {
        TestCard card = card();
        Trace trace = network.trace();
        network.authorize(card, trace, "net-4", PaymentKind.FINAL_AUTHORIZATION, 500);
        Arrival reversal = network.arrival(
                card,
                MessageFunction.REVERSAL_ADVICE,
                network.trace(),
                "net-4",
                (id, credentials) -> new Content.Reversal(trace.authorization(id), TestNetwork.php(0), 0));
        network.send(reversal);
        network.send(reversal);
        network.reverse(card, trace, "net-4", 0);
        assertThat(told()).hasSize(1);
    }

    @Test
    void tellsNothingOfAReversalThatTakesNothingBack() {
        TestCard card = card();
        Trace first = network.trace();
        network.reverse(card, first, "net-5", 0);
        network.authorize(card, first, "net-5", PaymentKind.FINAL_AUTHORIZATION, 500);
        Trace declined = network.trace();
        network.authorize(card, declined, "net-6", PaymentKind.FINAL_AUTHORIZATION, 500_000);
        network.reverse(card, declined, "net-6", 0);
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsEachSubscriptionThatWantsTheTypeAndNoOther() {
        subscribe("v1:pba:transaction:final_auth_reversed");
        subscribe("v1:pba:transaction:pre_auth_reversed");
        database.execute("UPDATE subscription SET status = 'disabled' WHERE '*' = ANY (types)");
        TestCard card = card();
        Trace trace = network.trace();
        network.authorize(card, trace, "net-7", PaymentKind.FINAL_AUTHORIZATION, 500);
        network.reverse(card, trace, "net-7", 0);
        assertThat(told()).hasSize(2).allMatch(line -> line.startsWith("v1:pba:transaction:final_auth_reversed"));
    }
}
