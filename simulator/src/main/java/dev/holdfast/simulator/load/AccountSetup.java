package dev.holdfast.simulator.load;

import dev.holdfast.simulator.comparison.Divergences;
import dev.holdfast.simulator.comparison.Examiner;
import dev.holdfast.simulator.model.Book;
import dev.holdfast.simulator.model.ModelAccount;
import dev.holdfast.simulator.operation.Call;
import dev.holdfast.simulator.operation.Operation;
import dev.holdfast.simulator.operation.References;
import dev.holdfast.simulator.population.AccountPlan;
import dev.holdfast.simulator.population.Population;
import dev.holdfast.simulator.wire.Concurrently;
import dev.holdfast.simulator.wire.ConnectionOptions;
import dev.holdfast.simulator.wire.LedgerClient;
import dev.holdfast.simulator.wire.PatientClient;
import dev.holdfast.simulator.wire.Reply;
import dev.holdfast.simulator.wire.Request;
import dev.holdfast.simulator.wire.Requests;
import dev.holdfast.simulator.wire.RetryOptions;
import dev.holdfast.simulator.wire.Target;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.util.stream.IntStream;

/** Opens and funds the accounts of a run, in the server and in the model. */
public final class AccountSetup {

    private static final int WIDTH = 64;

    private final Population population;
    private final PatientClient client;
    private final Examiner examiner;
    private int ready;
    private boolean stopped;

    public AccountSetup(Population population, PatientClient client, Examiner examiner) {
        this.population = population;
        this.client = client;
        this.examiner = examiner;
    }

    /**
     * Opens and funds the accounts of a population for a use of the server other than a simulation, such as a closed
     * loop. Runs on one event loop: the caller's, or a new one if the caller is on none.
     */
    public static Future<Population> open(
            Vertx vertx, Target target, ConnectionOptions connections, RetryOptions retries, Population population) {
        Promise<Population> opened = Promise.promise();
        vertx.getOrCreateContext().runOnContext(nothing -> {
            LedgerClient client = new LedgerClient(vertx, target, connections);
            Examiner examiner = new Examiner(new Book(), new Divergences());
            new AccountSetup(population, new PatientClient(vertx, client, retries), examiner)
                    .run()
                    .eventually(client::close)
                    .map(population)
                    .onComplete(opened);
        });
        return opened.future();
    }

    /** The future fails, with the server's answer, if an account cannot be opened. */
    public Future<Void> run() {
        return Concurrently.forEach(
                IntStream.range(0, population.size())
                        .takeWhile(index -> !stopped)
                        .boxed()
                        .iterator(),
                WIDTH,
                index -> open(population.plan(index)).onSuccess(nothing -> ready++));
    }

    /** Opens no further account. */
    public void stop() {
        stopped = true;
    }

    /** Accounts opened and funded so far. */
    public int ready() {
        return ready;
    }

    private Future<Void> open(AccountPlan plan) {
        return client.send(Requests.opening(plan)).compose(reply -> {
            if (reply.status() != 201) {
                return Future.failedFuture(new IllegalStateException("opening account " + plan.ref()
                        + " was answered with HTTP " + reply.status() + " " + reply.body()));
            }
            examiner.book().add(model(plan));
            return plan.funding().minor() == 0 ? Future.succeededFuture() : fund(plan);
        });
    }

    private Future<Void> fund(AccountPlan plan) {
        References references = new References("funding", plan.ref() + "-funding", plan.ref() + "-funding");
        Call call = new Call(Operation.DEPOSIT, plan.ref(), references, plan.funding(), null);
        Request request = Requests.of(call);
        return client.send(request).compose(reply -> funded(call, request, reply));
    }

    private Future<Void> funded(Call call, Request request, Reply reply) {
        return examiner.examine(call, request, reply).success()
                ? Future.succeededFuture()
                : Future.failedFuture(new IllegalStateException("funding account " + call.account()
                        + " was answered with HTTP " + reply.status() + " " + reply.body()));
    }

    private static ModelAccount model(AccountPlan plan) {
        ModelAccount account =
                new ModelAccount(plan.ref(), plan.currency(), plan.creditLimit().minor());
        if (plan.promo()) {
            account.addBalance(AccountPlan.PROMO_BALANCE, plan.currency(), 0);
        }
        return account;
    }
}
