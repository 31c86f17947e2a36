package dev.holdfast.engine.control;

import dev.holdfast.engine.control.ControlledLanes.Card;
import dev.holdfast.engine.control.ControlledLanes.Decided;
import dev.holdfast.engine.lane.LaneOptions;
import dev.holdfast.engine.money.Money;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.LaneLimits;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import static dev.holdfast.engine.testing.TestEngine.PHP;
import static org.assertj.core.api.Assertions.assertThat;

/** Controls and velocity through lanes, on PostgreSQL; two engines share the database. */
@TestInstance(Lifecycle.PER_CLASS)
class ControlShelfIT {

    private static final Window HOUR = new Window.Sliding(Duration.ofHours(1));

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine engine = TestEngine.start(database.url());
    private final ControlledLanes here = new ControlledLanes(database.url(), LaneOptions.DEFAULTS);
    private final ControlledLanes there = new ControlledLanes(database.url(), LaneLimits.oneLane());

    @AfterAll
    void stop() {
        here.close();
        there.close();
        engine.close();
        database.close();
    }

    @Test
    void passesExactlyAsManyAsTheLimitWhenTwoEnginesAreAskedAtOnce() {
        Card one = card("race");
        Card other = new Card(one.account(), UUID.randomUUID());
        assign(one, null, active("race", limit(Scope.ACCOUNT, HOUR, 7L, null)));

        List<Future<Decided>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(here.spend(i % 2 == 0 ? one : other, UUID.randomUUID(), 10));
            answers.add(there.spend(i % 3 == 0 ? one : other, UUID.randomUUID(), 10));
        }

        List<Decided> decided = answers.stream().map(Await::on).toList();
        assertThat(decided).filteredOn(answer -> !answer.declined()).hasSize(7);
        assertThat(decided)
                .filteredOn(Decided::declined)
                .allMatch(answer -> answer.reasons().equals(List.of(ControlReason.ACCOUNT_COUNT_EXCEEDED)));
        assertThat(counted(one)).isEqualTo("7/70");
    }

    @Test
    void cardsHaveCountersOfTheirOwnUnlessTheScopeIsTheAccount() {
        Card one = card("scopes");
        Card other = new Card(one.account(), UUID.randomUUID());
        assign(one, null, active("scopes", limit(Scope.CARD, HOUR, 1L, null)));

        assertThat(spend(one, 1).declined()).isFalse();
        assertThat(spend(other, 1).declined()).isFalse();
        assertThat(spend(one, 1).reasons()).containsExactly(ControlReason.CARD_COUNT_EXCEEDED);
    }

    @Test
    void asksWhatIsAssignedToTheCardAndNoOtherCard() {
        Card one = card("own");
        Card other = new Card(one.account(), UUID.randomUUID());
        ControlVersion version = active("own", new Rule.AmountLimit("small", List.of(), money(5)));
        assign(one, one.id(), version);

        assertThat(spend(other, 6).decision()).isEqualTo(decision(List.of()));
        assertThat(spend(one, 6).decision().violations())
                .containsExactly(new Violation(version, "small", ControlReason.AMOUNT_EXCEEDED));
    }

    @Test
    void givesBackWhatWasSpent() {
        Card card = card("after");
        assign(card, null, active("after", limit(Scope.CARD, HOUR, null, 100L)));
        UUID message = UUID.randomUUID();
        Await.on(here.spend(card, message, 100));
        assertThat(spend(card, 30).reasons()).containsExactly(ControlReason.CARD_SPEND_EXCEEDED);

        Await.on(there.giveBack(card, message, 30));
        assertThat(spend(card, 30).declined()).isFalse();

        Await.on(there.giveBackAll(card, message));
        assertThat(counted(card)).isEqualTo("1/30");
        assertThat(spend(card, 70).declined()).isFalse();
    }

    @Test
    void countsOnlyWhatIsLeftOfAMessageThatWasGivenBackBeforeItCame() {
        Card card = card("before");
        assign(card, null, active("before", limit(Scope.CARD, HOUR, 2L, 100L)));
        UUID late = UUID.randomUUID();
        UUID part = UUID.randomUUID();
        Await.on(here.giveBackAll(card, late));
        Await.on(here.giveBack(card, part, 60));

        Await.on(there.spend(card, late, 100));
        assertThat(counted(card)).isEqualTo("null/null");
        Await.on(there.spend(card, part, 100));
        assertThat(counted(card)).isEqualTo("1/40");
    }

    @Test
    void givesBackToACounterThatNoVersionAsksForAnyMore() {
        Card card = card("orphan");
        ControlVersion version = active("orphan", limit(Scope.CARD, HOUR, 5L, null));
        assign(card, null, version);
        UUID message = UUID.randomUUID();
        Await.on(here.spend(card, message, 10));
        Await.on(engine.engine().controls().retire(engine.tenantId(), version));

        Await.on(here.giveBackAll(card, message));

        assertThat(counted(card)).isEqualTo("null/null");
    }

    @Test
    void countsForcedMovementsBeyondTheLimit() {
        Card card = card("forced");
        assign(card, null, active("forced", limit(Scope.CARD, HOUR, null, 100L)));

        Await.on(here.force(card, UUID.randomUUID(), 500));

        assertThat(counted(card)).isEqualTo("1/500");
        assertThat(spend(card, 1).declined()).isTrue();
    }

    @Test
    void countsAMessageOnceHoweverOftenItIsSent() {
        Card card = card("once");
        Window day = new Window.Calendar(Period.DAY, ZoneId.of("Asia/Singapore"));
        assign(card, null, active("once", limit(Scope.CARD, day, 5L, null)));
        UUID message = UUID.randomUUID();
        Instant fixed = Instant.parse("2031-01-01T00:00:00Z");

        Await.on(here.spend(card, message, 10, now -> fixed));
        Await.on(there.spend(card, message, 10, now -> fixed));

        assertThat(counted(card)).isEqualTo("1/10");
    }

    @Test
    void asksTheVersionThatIsActiveFromTheNextPurchaseOnAndGoesOnCounting() {
        Card card = card("steps");
        ControlVersion first = active("steps", limit(Scope.CARD, HOUR, 1L, null));
        assign(card, null, first);
        assertThat(spend(card, 1).declined()).isFalse();
        assertThat(spend(card, 1).declined()).isTrue();

        ControlVersion second = draft("steps", limit(Scope.CARD, HOUR, 2L, null));
        Await.on(engine.engine().controls().shadow(engine.tenantId(), second));
        ControlDecision watched = spend(card, 1).decision();
        assertThat(watched.active()).containsExactly(first);
        assertThat(watched.shadow()).containsExactly(second);
        assertThat(watched.shadowViolations()).isEmpty();

        Await.on(engine.engine().controls().activate(engine.tenantId(), second));
        Decided passed = spend(card, 1);
        assertThat(passed.decision()).isEqualTo(decision(List.of(second)));
        assertThat(spend(card, 1).decision().violations())
                .containsExactly(new Violation(second, "limit", ControlReason.CARD_COUNT_EXCEEDED));
    }

    @Test
    void aCardWithoutControlsLeavesNothingBehind() {
        Card card = card("free");
        UUID message = UUID.randomUUID();

        assertThat(Await.on(here.spend(card, message, 10)).decision()).isEqualTo(decision(List.of()));
        Await.on(here.giveBackAll(card, message));

        assertThat(counted(card)).isEqualTo("null/null");
        assertThat(database.queryText("SELECT count(*) FROM velocity_use JOIN account USING (bucket, account_id)"
                        + " WHERE account_ref = 'free'"))
                .isEqualTo("0");
    }

    /** In years to come, since what lies far back is not read. */
    @ParameterizedTest
    @CsvSource({
        "DAY, Asia/Singapore, 2028-02-29T00:00:00, 2028-02-29T23:59:59, 2028-03-01T00:00:00",
        "MONTH, Asia/Singapore, 2028-02-01T00:00:00, 2028-02-29T23:59:59, 2028-03-01T00:00:00",
        "MONTH, America/New_York, 2029-01-31T23:59:59, 2029-01-01T00:00:00, 2029-02-01T00:00:00",
        "DAY, Europe/Berlin, 2028-10-29T00:00:00, 2028-10-29T23:59:59, 2028-10-30T00:00:00",
        "DAY, Europe/Berlin, 2028-03-26T00:00:00, 2028-03-26T23:59:59, 2028-03-27T00:00:00",
        "WEEK, Europe/Berlin, 2028-10-23T00:00:00, 2028-10-29T23:59:59, 2028-10-30T00:00:00",
        "YEAR, Pacific/Auckland, 2028-01-01T00:00:00, 2028-12-31T23:59:59, 2029-01-01T00:00:00"
    })
    void aCalendarWindowEndsWithItsPeriodInStorageToo(
            Period period, ZoneId zone, LocalDateTime spent, LocalDateTime within, LocalDateTime after) {
        Card card = card("calendar" + UUID.randomUUID());
        Window window = new Window.Calendar(period, zone);
        assign(card, null, active(card.account().ref(), limit(Scope.CARD, window, 1L, null)));

        assertThat(spendAt(card, spent.atZone(zone).toInstant()).declined()).isFalse();
        assertThat(spendAt(card, within.atZone(zone).toInstant()).declined()).isTrue();
        assertThat(spendAt(card, after.atZone(zone).toInstant()).declined()).isFalse();
    }

    @Test
    void refusesWhileMoreBucketsAreInTheWindowThanAreRead() {
        Card card = card("full");
        assign(card, null, active("full", limit(Scope.CARD, HOUR, null, 1_000_000L)));
        Await.on(here.spend(card, UUID.randomUUID(), 1));
        database.execute("""
                INSERT INTO velocity_bucket
                SELECT b.bucket, b.account_id, b.card_id, b.counter_id, b.at - i * interval '1 millisecond', 1, 1
                FROM velocity_bucket b JOIN account USING (bucket, account_id), generate_series(1, 1022) AS i
                WHERE account_ref = 'full'
                """);
        database.execute("UPDATE velocity_counter SET since = NULL");
        UUID last = UUID.randomUUID();
        assertThat(Await.on(here.spend(card, last, 1)).declined()).isFalse();
        assertThat(spend(card, 1).reasons()).containsExactly(ControlReason.CARD_WINDOW_FULL);

        Await.on(here.giveBackAll(card, last));

        assertThat(spend(card, 1).declined()).isFalse();
    }

    @Test
    void keepsTheControlsOfTenantsApart() {
        Card card = card("tenants");
        ControlVersion ours = active("tenants", new Rule.AmountLimit("small", List.of(), money(5)));
        assign(card, null, ours);
        int stranger = Await.on(engine.engine().tenants().create("stranger", "stranger-key-0123456789-0123456789-01"))
                .id();
        Controls controls = engine.engine().controls();
        Await.on(controls.draft(stranger, "tenants", List.of()));
        Await.on(controls.shadow(stranger, ours));
        Await.on(controls.activate(stranger, ours));

        assertThat(spend(card, 6).declined()).isTrue();
        assertThat(Await.on(controls.list(stranger, "", 10))).containsExactly("tenants");
    }

    private Decided spend(Card card, long minor) {
        return Await.on(here.spend(card, UUID.randomUUID(), minor));
    }

    private Decided spendAt(Card card, Instant at) {
        return Await.on(there.spend(card, UUID.randomUUID(), 1, now -> at));
    }

    private Card card(String account) {
        engine.open(account);
        return new Card(engine.key(account), UUID.randomUUID());
    }

    private void assign(Card card, @Nullable UUID toCard, ControlVersion version) {
        assertThat(Await.on(engine.engine().controlAssignments().assign(card.account(), toCard, version.control())))
                .isEqualTo(new AssignmentOutcome.Done());
    }

    private ControlVersion draft(String control, Rule rule) {
        ControlOutcome outcome = Await.on(engine.engine().controls().draft(engine.tenantId(), control, List.of(rule)));
        return ((ControlOutcome.Done) outcome).view().set().version();
    }

    private ControlVersion active(String control, Rule rule) {
        ControlVersion version = draft(control, rule);
        Await.on(engine.engine().controls().shadow(engine.tenantId(), version));
        assertThat(Await.on(engine.engine().controls().activate(engine.tenantId(), version)))
                .isInstanceOf(ControlOutcome.Done.class);
        return version;
    }

    private static Rule limit(Scope scope, Window window, @Nullable Long maxCount, @Nullable Long maxMinor) {
        return new Rule.VelocityLimit("limit", new Counter(scope, window, PHP, Set.of()), maxCount, maxMinor);
    }

    private static Money money(long minor) {
        return new Money(minor, PHP);
    }

    private static ControlDecision decision(List<ControlVersion> active) {
        return new ControlDecision(active, List.of(), List.of(), List.of());
    }

    /** Count and minor units in all buckets of the account. */
    private String counted(Card card) {
        return database.queryText(
                "SELECT concat(coalesce(sum(count)::text, 'null'), '/', coalesce(sum(minor)::text, 'null'))"
                        + " FROM velocity_bucket JOIN account USING (bucket, account_id) WHERE account_ref = '"
                        + card.account().ref() + "'");
    }
}
