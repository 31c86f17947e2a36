package dev.holdfast.ops.control;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.control.AssignmentOutcome;
import dev.holdfast.engine.control.BacktestReport;
import dev.holdfast.engine.control.ControlOutcome;
import dev.holdfast.engine.control.ControlRefusal;
import dev.holdfast.engine.control.ControlSummary;
import dev.holdfast.engine.control.ControlVersion;
import dev.holdfast.engine.control.ControlView;
import dev.holdfast.engine.control.Controls;
import dev.holdfast.engine.control.RulesJson;
import dev.holdfast.ops.card.CardOffice;
import dev.holdfast.ops.system.StartException;
import dev.holdfast.ops.system.Waiting;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** One tenant's controls. Its methods block, and throw {@link IllegalArgumentException} with what is refused. */
public final class ControlDesk {

    private static final int MAX_PAGES = 50;

    /** A million movements are read and judged in less; each page of them has the reading connections' own limit. */
    private static final Waiting BACKTEST = new Waiting(StartException.Part.DATABASE, Duration.ofMinutes(30));

    private final CardOffice office;
    private final int tenant;

    /** @param tenant the name of one that is there */
    public ControlDesk(CardOffice office, String tenant) {
        this.office = office;
        this.tenant = office.tenant(tenant).id();
    }

    private Controls controls() {
        return office.engine().controls();
    }

    /** Every version of every control, by name, the newest first. */
    public List<ControlSummary> list() {
        List<ControlSummary> versions = new ArrayList<>();
        String after = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            List<String> names = office.await(controls().list(tenant, after, Controls.MAX_PAGE), "listing controls");
            for (String name : names) {
                versions.addAll(office.await(controls().versions(tenant, name), "listing versions"));
            }
            if (names.size() < Controls.MAX_PAGE) {
                break;
            }
            after = names.get(names.size() - 1);
        }
        return versions;
    }

    /** Drafts the next version of a control. */
    public ControlView create(String control, Path rules) {
        return done(controls().draft(tenant, control, RulesJson.read(text(rules))), "drafting the control");
    }

    private static String text(Path rules) {
        try {
            if (Files.size(rules) > 4L * RulesJson.MAX_LENGTH) {
                throw new IllegalArgumentException(rules + " has more than " + RulesJson.MAX_LENGTH + " characters");
            }
            return Files.readString(rules);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + rules + ": " + e, e);
        }
    }

    /** Lets a draft watch. */
    public ControlView shadow(ControlVersion version) {
        return step(Controls::shadow, version);
    }

    /** Lets a version decide that has watched. */
    public ControlView activate(ControlVersion version) {
        return step(Controls::activate, version);
    }

    /** Gives a version up. */
    public ControlView retire(ControlVersion version) {
        return step(Controls::retire, version);
    }

    private interface Step {
        Future<ControlOutcome> take(Controls controls, int tenant, ControlVersion version);
    }

    private ControlView step(Step step, ControlVersion version) {
        return done(step.take(controls(), tenant, version), "changing the control");
    }

    private ControlView done(Future<ControlOutcome> outcome, String what) {
        return office.await(outcome, what).fold(ControlOutcome.Done::view, refused -> {
            throw refusal(refused.reason());
        });
    }

    /** @param card null for all of the account's cards; whether it is the account's is not looked at */
    public void assign(String account, @Nullable UUID card, String control) {
        change(account, key -> office.engine().controlAssignments().assign(key, card, control));
    }

    /** @param card null for what is assigned to the whole account */
    public void unassign(String account, @Nullable UUID card, String control) {
        change(account, key -> office.engine().controlAssignments().unassign(key, card, control));
    }

    private void change(String account, Function<AccountKey, Future<AssignmentOutcome>> change) {
        office.await(change.apply(new AccountKey(tenant, account)), "changing the assignment")
                .fold(done -> done, refused -> {
                    throw refusal(refused.reason());
                });
    }

    /** Runs a version over the tenant's past authorizations of a time. */
    public BacktestReport backtest(ControlVersion version, Instant from, Instant to) {
        ControlView view = office.await(controls().version(tenant, version), "reading the control")
                .orElseThrow(() -> refusal(ControlRefusal.VERSION_NOT_FOUND));
        return BACKTEST.forResult(
                office.engine().pastMessages().backtest(tenant, view.set(), from, to), "running the backtest");
    }

    private static IllegalArgumentException refusal(ControlRefusal reason) {
        return new IllegalArgumentException(reason.message());
    }
}
