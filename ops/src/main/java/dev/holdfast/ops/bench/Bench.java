package dev.holdfast.ops.bench;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.ops.bench.HttpPhases.Windows;
import dev.holdfast.ops.system.DatabaseFacts;
import dev.holdfast.ops.system.OpenDatabase;
import dev.holdfast.ops.system.Schema;
import dev.holdfast.ops.system.StartException.Part;
import dev.holdfast.ops.system.VertxInstance;
import dev.holdfast.ops.system.Waiting;
import dev.holdfast.simulator.report.Machine;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** One benchmark. */
public final class Bench implements AutoCloseable {

    private static final int KEY_BYTES = 16;

    private static final Waiting CLOSING = new Waiting(Part.DATABASE, Duration.ofSeconds(10));

    private final BenchOptions options;
    private final OpenDatabase open;
    private final LaneOptions lanes;
    private final PrintWriter out;
    private volatile @Nullable ServerProcess server;

    /**
     * @param open an empty database of its own; closed with the benchmark
     * @param lanes as a server has them
     */
    public Bench(BenchOptions options, OpenDatabase open, LaneOptions lanes, PrintWriter out) {
        this.options = options;
        this.open = open;
        this.lanes = lanes;
        this.out = out;
    }

    /**
     * Runs it. Blocks for minutes.
     *
     * @param commit of this program
     * @throws BenchFailed if a phase fails, or the journal does not hold what was acknowledged
     */
    public BenchFigures run(String commit) {
        say("starting PostgreSQL");
        open.start();
        Schema.migrate(open.url());
        Vertx vertx = VertxInstance.make();
        try {
            return run(vertx, commit);
        } finally {
            CLOSING.forResult(vertx.close(), "closing Vert.x");
        }
    }

    private BenchFigures run(Vertx vertx, String commit) {
        Rig rig = new Rig(options, new BenchDatabase(open.url()), vertx, out);
        String apiKey = newKey();
        EnginePhases engine = new EnginePhases(rig, lanes);
        rig.say(String.format("opening %,d accounts", options.accounts()));
        AccountKey[] accounts = engine.prepare(apiKey);
        rig.say("measuring, with a warm-up before each");
        double raw = RawPhase.run(new Rig(options, rig.database(), vertx, out), accounts);
        double single = engine.single(accounts);
        List<Window> inProcess = engine.lanes(accounts);
        Served served = serve(rig, apiKey);
        checkJournal(rig);
        return new BenchFigures(
                setting(commit),
                raw,
                single,
                new BenchFigures.Lanes(
                        inProcess.get(0).perSecond(), inProcess.get(1).perSecond()),
                figures(served.windows()),
                served.cards(),
                served.memory());
    }

    private record Served(Windows windows, BenchFigures.Cards cards, ServerMemory memory) {}

    private Served serve(Rig rig, String apiKey) {
        try (ServerProcess started = ServerProcess.start(open.url())) {
            server = started;
            Windows windows = new HttpPhases(rig, new HttpDoor.Address(started.api(), apiKey)).run();
            BenchFigures.Cards cards = new CardPhases(rig, started).run();
            return new Served(windows, cards, started.memory());
        }
    }

    private BenchFigures.Setting setting(String commit) {
        String java = Runtime.version() + " "
                + String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
        return new BenchFigures.Setting(Machine.here(), DatabaseFacts.of(open.url()), options, commit, java);
    }

    private static BenchFigures.Http figures(Windows windows) {
        Window half = windows.half();
        return new BenchFigures.Http(
                windows.many().perSecond(),
                windows.one().perSecond(),
                windows.many().latency().p50(),
                windows.many().latency().p99(),
                new BenchFigures.Half(
                        half.perSecond(), half.latency().p50(), half.latency().p99()));
    }

    private static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return "bench-" + HexFormat.of().formatHex(key);
    }

    /** What was acknowledged is there, all of it and once, and nothing else. */
    private static void checkJournal(Rig rig) {
        long rows = rig.database().count("journal");
        rig.say(String.format("%,d operations acknowledged, %,d rows in the journal", rig.applied(), rows));
        if (rows != rig.applied()) {
            throw new BenchFailed("the journal does not hold what was acknowledged", null);
        }
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }

    /** Ends the server, if one runs, and the database. May come from another thread, in the midst of it. */
    @Override
    public void close() {
        ServerProcess running = server;
        if (running != null) {
            running.close();
        }
        open.close();
    }
}
