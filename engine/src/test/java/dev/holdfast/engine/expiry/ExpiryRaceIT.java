package dev.holdfast.engine.expiry;

import dev.holdfast.engine.card.CardDoors;
import dev.holdfast.engine.hsm.ExpiryOrder;
import dev.holdfast.engine.hsm.HsmKeys;
import dev.holdfast.engine.hsm.SoftwareHsm;
import dev.holdfast.engine.network.Content;
import dev.holdfast.engine.network.Flag;
import dev.holdfast.engine.network.HostAnswer;
import dev.holdfast.engine.network.MessageFunction;
import dev.holdfast.engine.network.MessageOutcome;
import dev.holdfast.engine.network.Response;
import dev.holdfast.engine.network.Trace;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.Jdbc;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static dev.holdfast.engine.testing.TestNetwork.php;
import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand holds that expire while they are captured, through two engines with two clocks on one database. */
@TestInstance(Lifecycle.PER_CLASS)
class ExpiryRaceIT {

    private static final int PAYMENTS = 10_000;
    private static final int CARDS = 50;
    private static final int WAVE = 1_000;
    private static final long FUNDS = 1_000_000;
    private static final long HELD = 100;
    private static final long CAPTURED = 90;

    private final TestDatabase database = TestDatabase.migrated();
    private final CardDoors.Secrets secrets = secrets(new SecureRandom());
    private final TestEngine one = TestEngine.start(database.url(), secrets);
    private final TestEngine other = TestEngine.start(database.url(), secrets);
    private final TestNetwork network = new TestNetwork(one);
    private final TestNetwork elsewhere = new TestNetwork(other);

    private static CardDoors.Secrets secrets(SecureRandom random) {
        return new CardDoors.Secrets(
                new VaultKeys(KeyRing.generate(random), random),
                new SoftwareHsm(HsmKeys.generate(random), ExpiryOrder.MMYY, random));
    }

    @AfterAll
    void stop() {
        one.assertVerifies();
        one.close();
        other.close();
        database.close();
    }

    /** Of three payments two are captured, one of them for good; the third only expires. */
    @Test
    void capturesOrExpiresEachExactlyOnce() {
        network.patient();
        List<TestCard> cards = network.cards("race", CARDS, FUNDS);
        Map<Integer, MessageOutcome> held = inWaves(range(PAYMENTS), i -> authorize(cards.get(i % CARDS), i));
        assertThat(held.values()).allMatch(answer -> answer.response() == Response.APPROVED);

        List<Integer> captures = range(PAYMENTS);
        captures.removeIf(i -> i % 3 == 2);
        Collections.shuffle(captures, new Random(3));
        int early = captures.size() / 3;
        Map<Integer, MessageOutcome> captured = new HashMap<>(capture(cards, captures.subList(0, early)));
        database.execute(
                "UPDATE payment SET expires_at = now() + random() * interval '2 s' WHERE expires_at IS NOT NULL");
        Await.until("the clocks are at work", () -> count("payment_fact WHERE type = 'expired'") > 500);
        captured.putAll(capture(cards, captures.subList(early, captures.size())));
        Await.until("nothing is left to expire", () -> count("payment WHERE expires_at IS NOT NULL") == 0);

        assertThat(captured.values()).allMatch(answer -> answer.response() == Response.TAKEN);
        long late = captured.values().stream()
                .filter(answer -> answer.flags().contains(Flag.AFTER_EXPIRY))
                .count();
        assertThat(late).isBetween(1L, (long) captures.size());
        assertEachOnce(captures, late, captured);
        assertMoney(captures.size());
    }

    private void assertEachOnce(List<Integer> captures, long late, Map<Integer, MessageOutcome> captured) {
        String perPayment = " FROM (SELECT count(*) FILTER (WHERE type = 'expired') AS expired,"
                + " count(*) FILTER (WHERE type = 'captured') AS captured,"
                + " count(*) FILTER (WHERE type = 'last_captured') AS closed"
                + " FROM payment_fact GROUP BY bucket, account_id, payment_id) p ";
        assertThat(query("SELECT count(*)" + perPayment)).isEqualTo(PAYMENTS);
        assertThat(query("SELECT count(*)" + perPayment
                        + "WHERE expired > 1 OR captured + closed > 1 OR expired + closed = 0"))
                .as("payments that ended twice or never")
                .isZero();
        assertThat(query("SELECT count(*)" + perPayment + "WHERE captured + closed = 1"))
                .isEqualTo(captures.size());
        long lateAndLast = captured.entrySet().stream()
                .filter(entry -> entry.getKey() % 3 == 0)
                .filter(entry -> entry.getValue().flags().contains(Flag.AFTER_EXPIRY))
                .count();
        assertThat(query("SELECT count(*)" + perPayment + "WHERE expired = 1 AND closed = 1"))
                .as("closed payments that expired are those whose capture was flagged, of %s late ones", late)
                .isEqualTo(lateAndLast);
    }

    private void assertMoney(long captures) {
        assertThat(query("SELECT sum(available_minor) FROM balance")).isEqualTo(CARDS * FUNDS - captures * CAPTURED);
        assertThat(query("SELECT sum(held_minor) FROM balance")).isZero();
    }

    private Map<Integer, MessageOutcome> capture(List<TestCard> cards, List<Integer> payments) {
        return inWaves(payments, i -> {
            Content content = new Content.Presentment("arn-" + i, php(CAPTURED), i % 3 == 0);
            TestNetwork through = i % 2 == 0 ? network : elsewhere;
            return through.submit(through.arrival(
                    cards.get(i % CARDS),
                    MessageFunction.CLEARING,
                    through.trace(),
                    "race-" + i,
                    (card, credentials) -> content));
        });
    }

    private Future<HostAnswer> authorize(TestCard card, int payment) {
        Trace trace = network.trace();
        return network.submit(network.arrival(
                card,
                MessageFunction.AUTHORIZATION,
                trace,
                "race-" + payment,
                TestNetwork.request(trace, PRE_AUTHORIZATION, HELD)));
    }

    private static Map<Integer, MessageOutcome> inWaves(List<Integer> payments, IntFunction<Future<HostAnswer>> send) {
        Map<Integer, MessageOutcome> answers = new HashMap<>();
        for (int from = 0; from < payments.size(); from += WAVE) {
            List<Integer> wave = payments.subList(from, Math.min(payments.size(), from + WAVE));
            List<Future<HostAnswer>> sent = wave.stream().map(send::apply).toList();
            for (int i = 0; i < sent.size(); i++) {
                answers.put(wave.get(i), Await.on(sent.get(i)).outcome());
            }
        }
        return answers;
    }

    private static List<Integer> range(int count) {
        return new ArrayList<>(IntStream.range(0, count).boxed().toList());
    }

    private long count(String from) {
        return query("SELECT count(*) FROM " + from);
    }

    private long query(String sql) {
        return Long.parseLong(Jdbc.queryText(database.url(), sql));
    }
}
