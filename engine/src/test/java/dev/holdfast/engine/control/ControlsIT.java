package dev.holdfast.engine.control;

import dev.holdfast.engine.book.AccountKey;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static dev.holdfast.engine.testing.TestEngine.PHP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Drafting, activating and assigning, on PostgreSQL. */
@TestInstance(Lifecycle.PER_CLASS)
class ControlsIT {

    private static final List<Rule> RULES = List.of(new Rule.AmountLimit("small", List.of(), new Money(500, PHP)));

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final Controls controls = engine.engine().controls();
    private final ControlAssignments assignments = engine.engine().controlAssignments();
    private final int tenant = engine.tenantId();

    @AfterAll
    void stop() {
        engine.close();
        database.close();
    }

    @Test
    void draftsVersionsAndListsThemTheNewestFirst() {
        ControlVersion first = draft("drafts");
        ControlVersion second = draft("drafts");

        assertThat(first).isEqualTo(new ControlVersion("drafts", 1));
        assertThat(Await.on(controls.versions(tenant, "drafts")))
                .extracting(ControlSummary::version)
                .containsExactly(second, first);
        ControlView view = Await.on(controls.version(tenant, first)).orElseThrow();
        assertThat(view.set()).isEqualTo(ControlSet.draft(first, RULES));
        assertThat(Await.on(controls.list(tenant, "draft", 1))).containsExactly("drafts");
    }

    @Test
    void changesADraftButNothingThatHasBeenAsked() {
        ControlVersion version = draft("change");
        assertThat(view(controls.change(tenant, version, List.of())).set().rules())
                .isEmpty();
        view(controls.shadow(tenant, version));

        assertThat(refusal(controls.change(tenant, version, RULES))).isEqualTo(ControlRefusal.NOT_A_DRAFT);
    }

    @Test
    void activatingRetiresTheVersionBefore() {
        ControlVersion first = draft("steps");
        ControlVersion second = draft("steps");
        view(controls.shadow(tenant, first));
        view(controls.activate(tenant, first));
        view(controls.shadow(tenant, second));

        ControlView active = view(controls.activate(tenant, second));

        assertThat(active.set().status()).isEqualTo(ControlStatus.ACTIVE);
        assertThat(active.times().shadow()).isBefore(active.times().active());
        ControlView retired = Await.on(controls.version(tenant, first)).orElseThrow();
        assertThat(retired.set().status()).isEqualTo(ControlStatus.RETIRED);
        assertThat(retired.times().retired()).isNotNull();
    }

    @Test
    void refusesStepsOutOfOrderAndTwoInShadow() {
        ControlVersion first = draft("order");
        ControlVersion second = draft("order");
        assertThat(refusal(controls.activate(tenant, first))).isEqualTo(ControlRefusal.WRONG_STEP);
        view(controls.shadow(tenant, first));

        assertThat(refusal(controls.shadow(tenant, second))).isEqualTo(ControlRefusal.ANOTHER_IN_SHADOW);
        view(controls.retire(tenant, first));
        assertThat(refusal(controls.shadow(tenant, first))).isEqualTo(ControlRefusal.WRONG_STEP);
        assertThat(refusal(controls.shadow(tenant, new ControlVersion("order", 9))))
                .isEqualTo(ControlRefusal.VERSION_NOT_FOUND);
        assertThat(refusal(controls.shadow(tenant, new ControlVersion("nothing", 1))))
                .isEqualTo(ControlRefusal.CONTROL_NOT_FOUND);
    }

    @Test
    void neverHasTwoActiveVersionsHoweverManyAreActivatedAtOnce() {
        List<ControlVersion> versions =
                IntStream.range(0, 8).mapToObj(i -> draft("crowd")).toList();
        List<Future<?>> steps = new ArrayList<>();
        for (ControlVersion version : versions) {
            steps.add(controls.shadow(tenant, version).compose(done -> controls.activate(tenant, version)));
        }
        steps.forEach(Await::on);

        assertThat(Await.on(controls.versions(tenant, "crowd")))
                .filteredOn(version -> version.status() == ControlStatus.ACTIVE)
                .hasSize(1);
    }

    @Test
    void refusesRulesThatAreTooLong() {
        List<Rule> tooLong = IntStream.range(0, 100)
                .<Rule>mapToObj(i -> new Rule.Block("r" + i, List.of(merchants(i))))
                .toList();

        assertThatThrownBy(() -> controls.draft(tenant, "long", tooLong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> controls.draft(tenant, "x".repeat(65), RULES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void assignsAtMostEightToACardAndItsAccountTogether() {
        AccountKey account = account("eight");
        UUID card = UUID.randomUUID();
        List<String> names = IntStream.range(0, 10)
                .mapToObj(i -> draft("eight" + i).control())
                .toList();
        names.subList(0, 5).forEach(name -> assertDone(assignments.assign(account, card, name)));
        names.subList(5, 8).forEach(name -> assertDone(assignments.assign(account, null, name)));
        assertDone(assignments.assign(account, null, names.get(7)));

        assertTooMany(assignments.assign(account, null, names.get(8)));
        assertTooMany(assignments.assign(account, card, names.get(8)));
        assertDone(assignments.assign(account, UUID.randomUUID(), names.get(8)));
        assertDone(assignments.unassign(account, card, names.get(0)));
        assertDone(assignments.assign(account, card, names.get(9)));
        assertThat(Await.on(assignments.assigned(account, null))).isEqualTo(names.subList(5, 8));
        assertThat(Await.on(assignments.assigned(account, card)))
                .containsExactly(names.get(1), names.get(2), names.get(3), names.get(4), names.get(9));
    }

    @Test
    void assignsNoMoreThanEightWhenManyAreAssignedAtOnce() {
        AccountKey account = account("many");
        List<Future<AssignmentOutcome>> answers = IntStream.range(0, 20)
                .mapToObj(i -> draft("many" + i).control())
                .map(name -> assignments.assign(account, null, name))
                .toList();

        answers.forEach(Await::on);

        assertThat(Await.on(assignments.assigned(account, null))).hasSize(8);
    }

    @Test
    void refusesToAssignWhatIsNotThere() {
        AccountKey account = account("absent");
        draft("present");

        assertRefused(assignments.assign(account, null, "absent"), ControlRefusal.CONTROL_NOT_FOUND);
        assertRefused(assignments.assign(engine.key("nobody"), null, "present"), ControlRefusal.ACCOUNT_NOT_FOUND);
        assertRefused(assignments.unassign(account, null, "present"), ControlRefusal.NOT_ASSIGNED);
    }

    private static Condition merchants(int rule) {
        return new Condition.MerchantIn(IntStream.range(0, 100)
                .mapToObj(i -> "merchant-" + rule + "-" + i)
                .collect(Collectors.toSet()));
    }

    private AccountKey account(String ref) {
        engine.open(ref);
        return engine.key(ref);
    }

    private ControlVersion draft(String control) {
        return view(controls.draft(tenant, control, RULES)).set().version();
    }

    private static ControlView view(Future<ControlOutcome> outcome) {
        return Await.on(outcome).fold(ControlOutcome.Done::view, refused -> {
            throw new AssertionError("refused: " + refused.reason());
        });
    }

    private static ControlRefusal refusal(Future<ControlOutcome> outcome) {
        return ((ControlOutcome.Refused) Await.on(outcome)).reason();
    }

    private static void assertDone(Future<AssignmentOutcome> outcome) {
        assertThat(Await.on(outcome)).isEqualTo(new AssignmentOutcome.Done());
    }

    private static void assertTooMany(Future<AssignmentOutcome> outcome) {
        assertRefused(outcome, ControlRefusal.TOO_MANY_ASSIGNED);
    }

    private static void assertRefused(Future<AssignmentOutcome> outcome, ControlRefusal reason) {
        assertThat(Await.on(outcome)).isEqualTo(new AssignmentOutcome.Refused(reason));
    }
}
