package dev.holdfast.engine.expiry;

import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.Flag;
import dev.holdfast.engine.network.Links;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.NetworkMessage;
import dev.holdfast.engine.network.Timing;
import dev.holdfast.engine.network.Trace;
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
import java.util.UUID;

import static dev.holdfast.engine.payment.PaymentKind.FINAL_AUTHORIZATION;
import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of payments whose time is over, by database time and the running clock. */
@TestInstance(Lifecycle.PER_CLASS)
class ExpiryIT {

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
    void givesBackWhatWasHeldAndWhatWasCharged() {
        TestCard card = network.card("both", 10_000);
        network.authorize(card, network.trace(), "both-held", PRE_AUTHORIZATION, 700);
        network.authorize(card, network.trace(), "both-charged", FINAL_AUTHORIZATION, 300);
        assertThat(engine.standing("both")).isEqualTo("9000/700");

        expire(card);

        assertThat(engine.standing("both")).isEqualTo("10000/0");
        assertThat(facts(card, "expired")).isEqualTo("2");
    }

    @Test
    void livesOnFromItsLastIncrement() {
        TestCard card = network.card("increment", 10_000);
        network.authorize(card, network.trace(), "inc", PRE_AUTHORIZATION, 700);
        database.execute("UPDATE payment SET expires_at = now() + interval '1 hour' WHERE " + of(card));

        network.increment(card, network.trace(), "inc", PRE_AUTHORIZATION, 100);

        assertThat(database.queryText("SELECT expires_at BETWEEN now() + interval '29 days 23 hours'"
                        + " AND now() + interval '30 days' FROM payment WHERE " + of(card)))
                .isEqualTo("t");
        // The clock saw it as due, and comes too late.
        state(card, MessageFunction.EXPIRY, new Content.Expiry(payment(card)));
        assertThat(engine.standing("increment")).isEqualTo("9200/800");
    }

    @Test
    void forcesACaptureAfterTheExpiryAndFlagsIt() {
        TestCard card = network.card("after", 1_000);
        network.authorize(card, network.trace(), "after", PRE_AUTHORIZATION, 1_000);
        expire(card);
        network.authorize(card, network.trace(), "after-other", FINAL_AUTHORIZATION, 900);

        MessageOutcome captured = network.state(card, "after", new Content.Presentment("after-arn", php(1_000), true));

        assertThat(captured.flags()).containsExactly(Flag.AFTER_EXPIRY);
        assertThat(engine.standing("after")).isEqualTo("-900/0");
    }

    @Test
    void expiresOnceWhenTheNetworkSaysSoToo() {
        TestCard first = network.card("network-first", 1_000);
        network.authorize(first, network.trace(), "nf", PRE_AUTHORIZATION, 400);
        network.state(first, "nf", new Content.NetworkExpiry("nf-record"));
        assertThat(engine.standing("network-first")).isEqualTo("1000/0");
        state(first, MessageFunction.EXPIRY, new Content.Expiry(payment(first)));

        TestCard second = network.card("clock-first", 1_000);
        network.authorize(second, network.trace(), "cf", PRE_AUTHORIZATION, 400);
        expire(second);
        network.state(second, "cf", new Content.NetworkExpiry("cf-record"));

        assertThat(facts(first, "expired")).isEqualTo("1");
        assertThat(facts(second, "expired")).isEqualTo("1");
        assertThat(engine.standing("clock-first")).isEqualTo("1000/0");
    }

    @Test
    void holdsAgainWhatAnOperatorTakesBackAndExpiresItAgain() {
        TestCard card = network.card("unexpired", 1_000);
        network.authorize(card, network.trace(), "un", PRE_AUTHORIZATION, 600);
        expire(card);

        state(card, MessageFunction.UNEXPIRY, new Content.Unexpiry(payment(card), "operator"));
        assertThat(engine.standing("unexpired")).isEqualTo("400/600");
        assertThat(database.queryText("SELECT expires_at > now() + interval '29 days' FROM payment WHERE " + of(card)))
                .isEqualTo("t");
        assertThat(database.queryText("SELECT count(*) FROM network_message WHERE function = 11 AND payment_id = '"
                        + payment(card) + "'"))
                .isEqualTo("1");

        expire(card);
        assertThat(engine.standing("unexpired")).isEqualTo("1000/0");
        assertThat(facts(card, "expired")).isEqualTo("2");
        assertThat(facts(card, "unexpired")).isEqualTo("1");
    }

    @Test
    void capturesWhatAnOperatorHasTakenBackFromTheHoldAgain() {
        TestCard card = network.card("revived", 1_000);
        network.authorize(card, network.trace(), "re", PRE_AUTHORIZATION, 600);
        expire(card);
        state(card, MessageFunction.UNEXPIRY, new Content.Unexpiry(payment(card), "operator"));

        MessageOutcome captured = network.state(card, "re", new Content.Presentment("re-arn", php(500), true));

        assertThat(captured.flags()).isEmpty();
        assertThat(engine.standing("revived")).isEqualTo("500/0");
    }

    @Test
    void changesNothingWhereNothingHasExpired() {
        TestCard card = network.card("alive", 1_000);
        network.authorize(card, network.trace(), "al", PRE_AUTHORIZATION, 600);

        state(card, MessageFunction.UNEXPIRY, new Content.Unexpiry(payment(card), "operator"));

        assertThat(engine.standing("alive")).isEqualTo("400/600");
        assertThat(facts(card, "unexpired")).isEqualTo("0");
    }

    @Test
    void holdsAgainWhenACaptureIsTakenBackAndExpiresThen() {
        TestCard card = network.card("returned", 1_000);
        network.authorize(card, network.trace(), "rt", PRE_AUTHORIZATION, 600);
        network.state(card, "rt", new Content.Presentment("rt-arn", php(600), true));
        assertThat(database.queryText("SELECT expires_at FROM payment WHERE " + of(card)))
                .isEqualTo("null");

        network.state(card, "rt", new Content.PresentmentReversal("rt-arn"));
        assertThat(engine.standing("returned")).isEqualTo("400/600");
        expire(card);

        assertThat(engine.standing("returned")).isEqualTo("1000/0");
    }

    /** Sets every payment of the card to be over by now, and waits for the clock. */
    private void expire(TestCard card) {
        database.execute("UPDATE payment SET expires_at = now() WHERE expires_at IS NOT NULL AND " + of(card));
        Await.until(
                "the clock has expired " + card.account(),
                () -> database.queryText("SELECT count(*) FROM payment WHERE expires_at IS NOT NULL AND " + of(card))
                        .equals("0"));
    }

    private void state(TestCard card, MessageFunction function, Content content) {
        Trace trace = network.trace();
        Instant now = Instant.now();
        Await.on(engine.engine()
                .networkHost()
                .state(new NetworkMessage(
                        trace.message(function, card.id(), ""),
                        function,
                        new NetworkMessage.Subject(engine.key(card.account()), null),
                        Links.NONE,
                        null,
                        content,
                        new Timing(now, now))));
    }

    private UUID payment(TestCard card) {
        return UUID.fromString(database.queryText("SELECT payment_id FROM payment WHERE " + of(card)));
    }

    private String facts(TestCard card, String type) {
        return database.queryText("SELECT count(*) FROM payment_fact WHERE type = '" + type + "' AND " + of(card));
    }

    private static String of(TestCard card) {
        return "account_id = (SELECT account_id FROM account WHERE account_ref = '" + card.account() + "')";
    }
}
