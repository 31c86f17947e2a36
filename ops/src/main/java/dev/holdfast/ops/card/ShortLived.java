package dev.holdfast.ops.card;

import dev.holdfast.engine.control.MccRange;
import dev.holdfast.engine.program.HoldLifetime;
import dev.holdfast.engine.program.ProgramOutcome;
import dev.holdfast.engine.program.ProgramSettings;
import dev.holdfast.engine.program.ProgramView;
import dev.holdfast.engine.program.Programs;
import dev.holdfast.simulator.network.run.NetworkOptions;
import io.vertx.core.Future;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A trade whose authorizations expire so soon that a simulated network sees it: car parks, which charge on leaving. */
public final class ShortLived {

    private static final int CAR_PARKS = 7523;

    /** The engine's shortest; it looks every second, and a busy one may be a few behind. */
    private static final Duration LIFETIME = Duration.ofSeconds(10);

    private static final Duration LATE = Duration.ofSeconds(6);

    public static final NetworkOptions.Expiry EXPIRY =
            new NetworkOptions.Expiry(Integer.toString(CAR_PARKS), LIFETIME, LATE);

    private static final HoldLifetime ROW = new HoldLifetime(null, MccRange.of(CAR_PARKS), null, LIFETIME);

    private ShortLived() {}

    /** Has a tenant's program let them expire; changes nothing if it does already. */
    public static Future<Void> allow(Programs programs, int tenant) {
        ProgramView view = programs.view(tenant);
        ProgramSettings now = view.settings();
        if (now.lifetimes().contains(ROW)) {
            return Future.succeededFuture();
        }
        List<HoldLifetime> lifetimes = new ArrayList<>(now.lifetimes());
        lifetimes.add(0, ROW);
        ProgramSettings changed = new ProgramSettings(
                now.decisionDeadline(), now.fallback(), lifetimes, now.partialApproval(), now.tolerances(), now.zone());
        return programs.change(tenant, changed, view.version())
                .compose(outcome -> outcome instanceof ProgramOutcome.Changed
                        ? Future.succeededFuture()
                        : Future.failedFuture("somebody else has changed the program of tenant " + tenant));
    }
}
