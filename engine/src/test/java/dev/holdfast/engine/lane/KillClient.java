package dev.holdfast.engine.lane;

import dev.holdfast.engine.book.LedgerCode;
import dev.holdfast.engine.ledger.LedgerOutcome;
import dev.holdfast.engine.ledger.LedgerRequest;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that sends one operation after another on its own account, each under its key until it is answered, whatever
 * happens to the server; and that keeps its own sum of what it was told.
 */
final class KillClient {

    private static final int PATIENCE_MILLIS = 300;

    private final TestEngine engine;
    private final String account;
    private final AtomicBoolean stop;
    private final Thread thread;
    private final List<LedgerRequest> acknowledged = new ArrayList<>();
    private final Map<LedgerRequest, LedgerOutcome> answers = new ConcurrentHashMap<>();
    private final List<String> mistakes = new CopyOnWriteArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private int applied;
    private long available;

    KillClient(TestEngine engine, String account, AtomicBoolean stop) {
        this.engine = engine;
        this.account = account;
        this.stop = stop;
        this.thread = new Thread(this::run, "kill-client-" + account);
    }

    void start() {
        thread.start();
    }

    void finish() {
        Await.until("the client has finished", () -> !thread.isAlive());
    }

    private void run() {
        for (int i = 0; !stop.get(); i++) {
            LedgerRequest request = i % 3 == 2
                    ? engine.debit(account, "k" + i, 1 + i % 5)
                    : engine.deposit(account, "k" + i, 1 + i % 2);
            take(request, send(request));
        }
    }

    /** Again and again with the same key, until there is an outcome. */
    private LedgerOutcome send(LedgerRequest request) {
        while (true) {
            Future<LedgerOutcome> answer =
                    engine.engine().ledger().apply(request, Instant.now().plusMillis(PATIENCE_MILLIS));
            Await.until("the operation is answered", answer::isComplete);
            if (answer.succeeded()) {
                return answer.result();
            }
            if (!(answer.cause() instanceof Failure)) {
                mistakes.add("failed with " + answer.cause());
            }
        }
    }

    private void take(LedgerRequest request, LedgerOutcome outcome) {
        if (outcome instanceof LedgerOutcome.Applied posted) {
            applied++;
            available += posted.entry().movement().changeOf(LedgerCode.CUSTOMER_AVAILABLE);
            if (posted.entry().after().available() != available
                    || posted.entry().position().seq() != applied) {
                mistakes.add("expected " + available + " after entry " + applied + " but was told " + posted);
            }
        } else if (outcome instanceof LedgerOutcome.KeyReused) {
            mistakes.add("key reused: " + request);
        }
        acknowledged.add(request);
        answers.put(request, withoutReplay(outcome));
        answered.incrementAndGet();
    }

    static LedgerOutcome withoutReplay(LedgerOutcome outcome) {
        return outcome.fold(
                posted -> new LedgerOutcome.Applied(posted.entry(), posted.balanceRef(), false),
                refused -> new LedgerOutcome.Refused(refused.refusal(), false),
                reused -> reused);
    }

    int answers() {
        return answered.get();
    }

    List<LedgerRequest> acknowledged() {
        return acknowledged;
    }

    LedgerOutcome answerOf(LedgerRequest request) {
        return Objects.requireNonNull(answers.get(request));
    }

    List<String> mistakes() {
        return mistakes;
    }

    int applied() {
        return applied;
    }

    String account() {
        return account;
    }
}
