package dev.holdfast.engine.expiry;

import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import dev.holdfast.engine.testing.TestNetwork;
import dev.holdfast.engine.testing.TestNetwork.TestCard;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.List;

import static dev.holdfast.engine.payment.PaymentKind.PRE_AUTHORIZATION;
import static org.assertj.core.api.Assertions.assertThat;

/** Which of many due payments have their turn: those that cannot be dealt with, and other buckets, keep none waiting. */
@TestInstance(Lifecycle.PER_CLASS)
class ExpiryOrderIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final TestNetwork network = new TestNetwork(engine);
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = new Connections(vertx, database.url()).openForAdministration();

    @AfterEach
    void removeWhatNeverEnds() {
        database.execute("DELETE FROM payment WHERE balance_no = 15");
    }

    @AfterAll
    void stop() {
        engine.assertVerifies();
        engine.close();
        Await.on(pool.close());
        Await.on(vertx.close());
        database.close();
    }

    @Test
    void expiresWhatIsDueBehindMoreThanABatchThatNeverEnds() {
        TestCard card = network.card("behind", 10_000);
        network.authorize(card, network.trace(), "behind", PRE_AUTHORIZATION, 700);
        neverEnding("behind", ExpiryClock.BATCH + 100, "2 days");

        database.execute("UPDATE payment SET expires_at = now() WHERE balance_no <> 15");

        Await.until("the hold is given back", () -> engine.standing("behind").equals("10000/0"));
    }

    @Test
    void expiresWhatIsDueAgainAfterWhatNeverEndsHasBeenSeen() {
        neverEnding(account("first"), ExpiryClock.BATCH + 100, "2 days");
        TestCard card = network.card("again", 10_000);
        for (String payment : List.of("again-1", "again-2")) {
            network.authorize(card, network.trace(), payment, PRE_AUTHORIZATION, 700);
            // Older than all others: it is before the place that the round has come to.
            database.execute("UPDATE payment SET expires_at = now() - interval '3 days'"
                    + " WHERE balance_no <> 15 AND expires_at IS NOT NULL");
            Await.until("the hold is given back", () -> engine.standing("again").equals("10000/0"));
        }
    }

    @Test
    void findsTheOldestOfAllBucketsFirst() {
        for (int i = 0; i < 20; i++) {
            neverEnding(account("bucket-" + i), 1, i + " hours");
        }

        List<ExpiryStore.Due> first = due(ExpiryStore.Place.START, 12);
        List<ExpiryStore.Due> rest = due(first.get(11).place(), 12);

        assertThat(first).extracting(due -> due.account().ref()).startsWith("bucket-19", "bucket-18");
        assertThat(rest).extracting(due -> due.account().ref()).endsWith("bucket-1", "bucket-0");
        assertThat(rest).hasSize(8);
    }

    private List<ExpiryStore.Due> due(ExpiryStore.Place after, int limit) {
        return Await.on(new ExpiryStore(pool).due(after, limit));
    }

    private String account(String reference) {
        network.card(reference, 0);
        return reference;
    }

    /** Payments without facts: they stay due, for nothing that could be stated would end them. */
    private void neverEnding(String account, int count, String age) {
        database.execute("INSERT INTO payment (bucket, account_id, payment_id, balance_no, opened_at, expires_at)"
                + " SELECT bucket, account_id, gen_random_uuid(), 15, now(), now() - interval '" + age + "'"
                + " FROM account, generate_series(1, " + count + ") WHERE account_ref = '" + account + "'");
    }
}
