package dev.holdfast.engine.challenge;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.challenge.ChallengeOutcome.Done;
import dev.holdfast.engine.challenge.ChallengeOutcome.Refused;
import dev.holdfast.engine.challenge.ChallengeRequest.Holder;
import dev.holdfast.engine.challenge.ChallengeRequest.Purchase;
import dev.holdfast.engine.database.Connections;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Challenges on a database, a tenant who remembers, and a clock that can be moved. */
final class ChallengeRig implements AutoCloseable {

    static final int TENANT = 7;

    private final TestDatabase database = TestDatabase.migrated();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = new Connections(vertx, database.url()).openForChallenges();
    private final SecureRandom random = new SecureRandom();
    private final RecordingDelivery delivery = new RecordingDelivery();
    private final Codes codes = new Codes(ChallengeKeys.generate(random), random);
    private final Challenges challenges = challenges(ChallengeLimits.DEFAULTS);
    private final AtomicInteger names = new AtomicInteger();

    Challenges challenges() {
        return challenges;
    }

    Challenges challenges(ChallengeLimits limits) {
        return new Challenges(pool, codes, delivery, limits);
    }

    ChallengeStore store() {
        return new ChallengeStore(pool);
    }

    Codes codes() {
        return codes;
    }

    RecordingDelivery delivery() {
        return delivery;
    }

    Vertx vertx() {
        return vertx;
    }

    TestDatabase database() {
        return database;
    }

    /** A purchase with a card, an account and a key of its own. */
    ChallengeRequest request(ChallengeMethod method) {
        return request(method, "account-" + names.incrementAndGet(), UUID.randomUUID());
    }

    /** A purchase with a key of its own. */
    ChallengeRequest request(ChallengeMethod method, String account, UUID card) {
        Holder holder = new Holder(new AccountKey(TENANT, account), card, "customer-1");
        Purchase purchase = new Purchase("Kopi & Co", new Money(12_345, Currency.of("PHP")));
        return new ChallengeRequest("key-" + names.incrementAndGet(), holder, method, purchase);
    }

    Challenge started(ChallengeMethod method) {
        return done(challenges.start(request(method)));
    }

    Future<ChallengeOutcome> type(ChallengeId id, String code) {
        return challenges.type(TENANT, id, Codes.read(code).orElseThrow());
    }

    /** A code that is none of the challenge's. */
    String wrongCode(ChallengeId id) {
        for (int i = 0; ; i++) {
            String code = String.format("%06d", i);
            if (!delivery.codesOf(id).contains(code)) {
                return code;
            }
        }
    }

    static ChallengeReply reply(Challenge challenge, ChallengeAnswer answer) {
        return new ChallengeReply(challenge.id(), ChallengeReply.Names.of(challenge), answer, "said so");
    }

    Future<ChallengeOutcome> answer(Challenge challenge, ChallengeAnswer answer) {
        return challenges.answer(TENANT, reply(challenge, answer));
    }

    /** As if so much more time had gone by since it began. */
    void age(ChallengeId id, int seconds) {
        String earlier = " - interval '" + seconds + " seconds'";
        database.execute("UPDATE challenge SET created_at = created_at" + earlier + ", last_code_at = last_code_at"
                + earlier + ", expires_at = expires_at" + earlier + " WHERE challenge_id = '" + id + "'");
    }

    String column(ChallengeId id, String column) {
        return database.queryText("SELECT " + column + " FROM challenge WHERE challenge_id = '" + id + "'");
    }

    static Challenge done(Future<ChallengeOutcome> outcome) {
        return Await.on(outcome).fold(Done::challenge, refused -> {
            throw new AssertionError("refused: " + refused.reason());
        });
    }

    static ChallengeRefusal refusal(Future<ChallengeOutcome> outcome) {
        return Await.on(outcome)
                .fold(
                        done -> {
                            throw new AssertionError("done: " + done.challenge());
                        },
                        Refused::reason);
    }

    @Override
    public void close() {
        Await.on(pool.close());
        Await.on(vertx.close());
        database.close();
    }
}
