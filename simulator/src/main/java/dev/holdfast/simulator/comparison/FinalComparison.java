package dev.holdfast.simulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.simulator.model.ModelAccount;
import dev.holdfast.simulator.wire.Concurrently;
import dev.holdfast.simulator.wire.PatientClient;
import dev.holdfast.simulator.wire.Request;
import dev.holdfast.simulator.wire.Requests;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads every account and every hold from the server and compares them with the model. Used once, when all is quiet. */
public final class FinalComparison {

    private static final int WIDTH = 64;
    private static final int PAGE = 100;
    /** More than any account of a run has; a cursor that never ends must not hang the run. */
    private static final int MOST_PAGES = 20_000;

    private final PatientClient client;
    private final Examiner examiner;
    private final Divergences divergences;
    private long accounts;
    private long holds;
    private long unreadable;
    private @Nullable String problem;

    public FinalComparison(PatientClient client, Examiner examiner, Divergences divergences) {
        this.client = client;
        this.examiner = examiner;
        this.divergences = divergences;
    }

    /** The future always succeeds; what could not be read is in the result. */
    public Future<Comparison> compare() {
        return Concurrently.forEach(examiner.book().accounts().iterator(), WIDTH, this::compareAccount)
                .map(nothing -> new Comparison(
                        accounts, holds, unreadable, examiner.book().lost().size(), Optional.ofNullable(problem)));
    }

    /** How many accounts have been compared so far. */
    public long progress() {
        return accounts;
    }

    private Future<Void> compareAccount(ModelAccount account) {
        if (examiner.book().lost().contains(account.ref())) {
            return Future.succeededFuture();
        }
        return get(Requests.accountState(account.ref()))
                .map(body -> {
                    differ(account, "account " + account.ref(), AccountState.of(account), readAccount(body));
                    return body;
                })
                .compose(body -> holdsOf(account.ref(), null, new TreeMap<>(), 1))
                .onSuccess(actual -> compareHolds(account, actual))
                .onSuccess(actual -> accounts++)
                .<Void>mapEmpty()
                .recover(failure -> {
                    unreadable++;
                    problem = problem == null ? account.ref() + ": " + failure.getMessage() : problem;
                    return Future.succeededFuture();
                });
    }

    private void compareHolds(ModelAccount account, Map<String, HoldState> actual) {
        Map<String, HoldState> expected = HoldState.of(account);
        TreeSet<String> refs = new TreeSet<>(expected.keySet());
        refs.addAll(actual.keySet());
        for (String ref : refs) {
            holds++;
            differ(account, "hold " + ref, expected.get(ref), actual.get(ref));
        }
    }

    private Future<Map<String, HoldState>> holdsOf(
            String account, @Nullable String cursor, Map<String, HoldState> read, int page) {
        if (page > MOST_PAGES) {
            return Future.failedFuture("more than " + MOST_PAGES + " pages of holds");
        }
        return get(Requests.holds(account, cursor, PAGE)).compose(body -> {
            try {
                JsonNode answer = AccountState.JSON.readTree(body.getBytes());
                for (JsonNode hold : answer.path("data")) {
                    read.put(hold.path("tenant_hold_balance_ref").asText(), HoldState.read(hold));
                }
                JsonNode next = answer.path("next_cursor");
                return next.isTextual()
                        ? holdsOf(account, next.asText(), read, page + 1)
                        : Future.succeededFuture(read);
            } catch (IOException e) {
                return Future.failedFuture(e);
            }
        });
    }

    private Future<Buffer> get(Request request) {
        return client.send(request)
                .compose(reply -> reply.status() == 200
                        ? Future.succeededFuture(reply.body())
                        : Future.failedFuture("GET " + request.path() + ": " + Examiner.describe(reply)));
    }

    private static AccountState readAccount(Buffer body) {
        try {
            return AccountState.read(body);
        } catch (IOException e) {
            throw new IllegalStateException("unreadable account: " + e.getMessage(), e);
        }
    }

    private void differ(ModelAccount account, String subject, @Nullable Object expected, @Nullable Object actual) {
        if (expected != null && expected.equals(actual)) {
            return;
        }
        Examiner.Asked last = examiner.lastAsked(account.ref());
        String operation = last == null ? "none" : last.call().describe();
        divergences.add(new Divergence(
                last == null ? "none" : last.call().key(),
                "final state of " + subject + " after " + operation,
                last == null ? "none" : Examiner.describe(last.request()),
                String.valueOf(expected == null ? "nothing" : expected),
                String.valueOf(actual == null ? "nothing" : actual)));
    }
}
