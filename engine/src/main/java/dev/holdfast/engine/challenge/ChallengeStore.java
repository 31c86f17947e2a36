package dev.holdfast.engine.challenge;

import dev.holdfast.engine.book.AccountId;
import dev.holdfast.engine.challenge.ChallengeOutcome.Done;
import dev.holdfast.engine.challenge.ChallengeOutcome.Refused;
import dev.holdfast.engine.challenge.ChallengeRequest.Holder;
import dev.holdfast.engine.challenge.ChallengeRequest.Purchase;
import dev.holdfast.engine.challenge.ChallengeRows.Read;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Optional;

/** Challenges in the database. An empty result is a step whose condition does not hold. */
final class ChallengeStore {

    private final Pool pool;

    ChallengeStore(Pool pool) {
        this.pool = pool;
    }

    /** A challenge as a tenant names it. */
    record Named(int tenant, ChallengeId id) {

        static Named of(Challenge challenge) {
            return new Named(challenge.request().holder().account().tenantId(), challenge.id());
        }

        private Tuple tuple() {
            return Tuple.of(id.bucket(), id.value(), tenant);
        }
    }

    /**
     * What is written down at the start.
     *
     * @param digest of the first code; null of an OOB challenge
     */
    record Start(
            ChallengeId id,
            ChallengeRequest request,
            @Nullable CodeDigest digest) {}

    /** A challenge whose attempt was counted, and what to compare the code with. */
    record Counted(Challenge challenge, CodeDigest digest) {}

    Future<Optional<Read>> read(Named named) {
        return ask(ChallengeStatements.READ, named.tuple());
    }

    /** Writes a challenge down, unless its key has been used or an hour's cap is reached. */
    Future<ChallengeOutcome> start(Start start, ChallengeLimits limits) {
        ChallengeRequest request = start.request();
        AccountId account = AccountId.of(request.holder().account());
        Tuple key = Tuple.of(account.bucket(), account.value(), request.key());
        return pool.withTransaction(connection -> ask(
                        connection, ChallengeStatements.LOCK_ACCOUNT, Tuple.of(account.value()))
                .compose(locked -> ask(connection, ChallengeStatements.READ_BY_KEY, key))
                .compose(known -> known.size() > 0
                        ? Future.succeededFuture(replay(known, request))
                        : insertBelowCaps(connection, account, start, limits)));
    }

    private static ChallengeOutcome replay(RowSet<Row> known, ChallengeRequest request) {
        Challenge before = ChallengeRows.challenge(known.iterator().next());
        return before.request().equals(request)
                ? new Done(before, true)
                : new Refused(ChallengeRefusal.KEY_REUSED, null);
    }

    private static Future<ChallengeOutcome> insertBelowCaps(
            SqlConnection connection, AccountId account, Start start, ChallengeLimits limits) {
        Tuple counted = Tuple.of(
                account.bucket(), account.value(), start.request().holder().card());
        return ask(connection, ChallengeStatements.COUNT, counted).compose(counts -> {
            Row row = counts.iterator().next();
            if (row.getLong(0) >= limits.perCard()) {
                return Future.succeededFuture(new Refused(ChallengeRefusal.TOO_MANY_OF_CARD, null));
            }
            if (row.getLong(1) >= limits.perAccount()) {
                return Future.succeededFuture(new Refused(ChallengeRefusal.TOO_MANY_OF_ACCOUNT, null));
            }
            return ask(connection, ChallengeStatements.INSERT, inserted(account, start, limits))
                    .map(rows ->
                            new Done(ChallengeRows.challenge(rows.iterator().next()), false));
        });
    }

    private static Tuple inserted(AccountId account, Start start, ChallengeLimits limits) {
        ChallengeRequest request = start.request();
        Holder holder = request.holder();
        Purchase purchase = request.purchase();
        CodeDigest digest = start.digest();
        return Tuple.tuple()
                .addShort(account.bucket())
                .addUUID(start.id().value())
                .addInteger(holder.account().tenantId())
                .addUUID(account.value())
                .addString(holder.account().ref())
                .addUUID(holder.card())
                .addString(holder.customerRef())
                .addString(request.key())
                .addString(request.method().label())
                .addString(purchase.merchant())
                .addLong(purchase.amount().minor())
                .addString(purchase.amount().currency().code())
                .addInteger(digest == null ? 0 : 1)
                .addBuffer(digest == null ? null : Buffer.buffer(digest.toBytes()))
                .addInteger(digest == null ? null : digest.pepper())
                .addLong(limits.lifetime().toMillis());
    }

    Future<Optional<Counted>> countAttempt(Named named, ChallengeLimits limits) {
        return pool.preparedQuery(ChallengeStatements.COUNT_ATTEMPT)
                .execute(named.tuple().addInteger(limits.attempts()))
                .map(rows -> {
                    Iterator<Row> counted = rows.iterator();
                    if (!counted.hasNext()) {
                        return Optional.empty();
                    }
                    Row row = counted.next();
                    return Optional.of(new Counted(ChallengeRows.challenge(row), ChallengeRows.digest(row)));
                });
    }

    /** @param codes of which the last must still be the last; null for any */
    Future<Optional<Read>> conclude(
            Named named, ChallengeState state, @Nullable String reason, @Nullable Integer codes) {
        return ask(
                ChallengeStatements.CONCLUDE,
                named.tuple().addString(state.label()).addString(reason).addInteger(codes));
    }

    /** Ends a challenge whose time is over. */
    Future<Void> expire(Named named) {
        return pool.preparedQuery(ChallengeStatements.EXPIRE)
                .execute(named.tuple())
                .mapEmpty();
    }

    /** Ends challenges whose time is over; returns how many. */
    Future<Integer> expireDue(int limit) {
        return pool.preparedQuery(ChallengeStatements.EXPIRE_DUE)
                .execute(Tuple.of(limit))
                .map(RowSet::rowCount);
    }

    Future<Optional<Read>> renew(Named named, CodeDigest digest, ChallengeLimits limits) {
        return ask(
                ChallengeStatements.RENEW,
                named.tuple()
                        .addBuffer(Buffer.buffer(digest.toBytes()))
                        .addInteger(digest.pepper())
                        .addInteger(limits.attempts())
                        .addInteger(limits.codes())
                        .addLong(limits.resendPause().toMillis()));
    }

    Future<Optional<Read>> taken(Named named, ChallengeState state, MaskedContacts contacts) {
        return ask(
                ChallengeStatements.TAKEN,
                named.tuple()
                        .addString(state.label())
                        .addString(contacts.email())
                        .addString(contacts.phone()));
    }

    /** @param codes as many as there were when the tenant was told */
    Future<Optional<Read>> fail(Named named, int codes) {
        return ask(ChallengeStatements.FAIL, named.tuple().addInteger(codes));
    }

    private Future<Optional<Read>> ask(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(ChallengeRows::first);
    }

    private static Future<RowSet<Row>> ask(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }
}
