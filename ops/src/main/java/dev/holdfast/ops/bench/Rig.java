package dev.holdfast.ops.bench;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.Waiting;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What all phases share: the event loop of the loads, the accounts, the numbers, the count of what was applied. */
final class Rig {

    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final BenchOptions options;
    private final BenchDatabase database;
    private final Vertx vertx;
    private final Context context;
    private final PrintWriter out;
    private final AtomicLong numbers = new AtomicLong();
    private long applied;

    Rig(BenchOptions options, BenchDatabase database, Vertx vertx, PrintWriter out) {
        this.options = options;
        this.database = database;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.out = out;
    }

    /** A load and what to call its slices. */
    record Contender(String name, Load load) {}

    BenchOptions options() {
        return options;
    }

    BenchDatabase database() {
        return database;
    }

    AtomicLong numbers() {
        return numbers;
    }

    /** The accounts of a tenant, the first so many. */
    static AccountKey[] accounts(int tenant, int many) {
        return IntStream.range(0, many)
                .mapToObj(index -> new AccountKey(tenant, BenchNames.account(index)))
                .toArray(AccountKey[]::new);
    }

    Load closed(Door door, int inFlight) {
        return new ClosedLoad(vertx, context, door, inFlight);
    }

    Load steady(Door door, double perSecond) {
        return new SteadyLoad(vertx, context, door, perSecond);
    }

    /** Makes something on the event loop of the loads. */
    <T> T onLoop(String what, Supplier<Future<T>> make) {
        Promise<T> made = Promise.promise();
        context.runOnContext(here -> make.get().onComplete(made));
        return await(made.future(), what, Duration.ZERO);
    }

    Vertx vertx() {
        return vertx;
    }

    <T> T await(Future<T> future, String what, Duration usual) {
        return new Waiting(Part.DATABASE, usual.plus(MARGIN)).forResult(future, what);
    }

    /** Operations applied so far, whether or not they were measured. */
    long applied() {
        return applied;
    }

    /** Notes operations that were not part of a load. */
    void applied(long more) {
        applied += more;
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    /** Warms the contenders up, then measures them in turn; the medians, in their order. */
    List<Window> compare(List<Contender> contenders) {
        // Before the warm-up, which then pays for what follows a checkpoint: whole pages in the log.
        database.checkpoint();
        for (Contender contender : contenders) {
            run(contender, options.warmup());
        }
        List<List<Window>> windows = new ArrayList<>();
        contenders.forEach(contender -> windows.add(new ArrayList<>()));
        for (int i = 0; i < options.repetitions(); i++) {
            for (int j = 0; j < contenders.size(); j++) {
                windows.get(j).add(run(contenders.get(j), options.slice()));
            }
        }
        List<Window> medians = windows.stream().map(Rig::median).toList();
        for (int j = 0; j < contenders.size(); j++) {
            say(String.format(
                    "  %-52s %,10.0f /s",
                    contenders.get(j).name(), medians.get(j).perSecond()));
        }
        return medians;
    }

    /** Measures once what reaches no ledger, so that nothing of it is counted as applied. */
    Window idle(Contender contender) {
        await(
                contender.load().run(options.warmup()),
                contender.name(),
                options.warmup().total());
        Window window = await(
                contender.load().run(options.slice()),
                contender.name(),
                options.slice().total());
        say(String.format("  %-52s %,10.0f /s", contender.name(), window.perSecond()));
        return window;
    }

    Window measure(Contender contender) {
        return compare(List.of(contender)).get(0);
    }

    private Window run(Contender contender, Slice slice) {
        Window window = await(contender.load().run(slice), contender.name(), slice.total());
        applied += window.applied();
        if (window.failed() > 0) {
            throw new BenchFailed(
                    contender.name() + ": " + window.failed() + " operations were refused or not answered", null);
        }
        return window;
    }

    private static Window median(List<Window> windows) {
        List<Window> sorted = windows.stream()
                .sorted(Comparator.comparingDouble(Window::perSecond))
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
