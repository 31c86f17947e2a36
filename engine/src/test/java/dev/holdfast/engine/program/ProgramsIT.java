package dev.holdfast.engine.program;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.holdfast.engine.testing.Await;
import dev.holdfast.engine.testing.TestDatabase;
import dev.holdfast.engine.testing.TestEngine;
import io.vertx.core.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Two engines on one database. */
@TestInstance(Lifecycle.PER_CLASS)
class ProgramsIT {

    private final TestDatabase database = TestDatabase.migrated();
    private final TestEngine one = TestEngine.start(database.url());
    private final TestEngine other = TestEngine.start(database.url());
    private final Programs here = one.engine().programs();
    private final Programs there = other.engine().programs();

    @AfterAll
    void stop() {
        one.close();
        other.close();
        database.close();
    }

    @Test
    void aTenantThatHasChangedNothingHasTheDefaults() {
        assertThat(here.view(tenant("quiet"))).isEqualTo(new ProgramView(0, ProgramSettings.DEFAULTS));
    }

    @Test
    void aChangeIsSeenHereAtOnceAndElsewhereSoonAndByNoOtherTenant() {
        int tenant = tenant("changing");
        int neighbour = tenant("neighbour");
        ProgramSettings settings = deadline(700);

        assertThat(Await.on(here.change(tenant, settings, 0)))
                .isEqualTo(new ProgramOutcome.Changed(new ProgramView(1, settings)));

        assertThat(here.of(tenant)).isEqualTo(settings);
        Await.until(
                "the other engine has seen the change", () -> there.of(tenant).equals(settings));
        assertThat(there.of(neighbour)).isEqualTo(ProgramSettings.DEFAULTS);
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneDoes() {
        int tenant = tenant("contested");
        List<Future<ProgramOutcome>> first = IntStream.range(0, 10)
                .mapToObj(i -> (i % 2 == 0 ? here : there).change(tenant, deadline(1_000 + i), 0))
                .toList();
        assertThat(first.stream().map(Await::on))
                .filteredOn(ProgramOutcome.Changed.class::isInstance)
                .hasSize(1);

        List<Future<ProgramOutcome>> second = IntStream.range(0, 10)
                .mapToObj(i -> (i % 2 == 0 ? here : there).change(tenant, deadline(2_000 + i), 1))
                .toList();
        assertThat(second.stream().map(Await::on))
                .filteredOn(ProgramOutcome.Changed.class::isInstance)
                .hasSize(1);
        assertThat(Await.on(here.change(tenant, deadline(500), 1))).isEqualTo(new ProgramOutcome.OtherVersion(2));
    }

    @Test
    void settingsThatCannotBeReadStayAsTheyWereAndTheOthersGoOn() {
        int broken = tenant("broken");
        int sound = tenant("sound");
        Await.on(here.change(broken, deadline(600), 0));
        database.execute("UPDATE program SET version = 2, settings = '{}' WHERE tenant_id = " + broken);

        Await.on(there.change(sound, deadline(800), 0));

        Await.until("the sound tenant's change is seen", () -> here.of(sound).equals(deadline(800)));
        assertThat(here.of(broken)).isEqualTo(deadline(600));
    }

    @Test
    void complainsOnceOfAnOutageHoweverOftenItTries() {
        Logger logger = (Logger) LoggerFactory.getLogger(Programs.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(said);
        try {
            Set<String> tries = new HashSet<>();
            database.execute("ALTER TABLE program RENAME TO program_away");
            try {
                Await.until("both engines have tried again and again", () -> tries.add(lastTry()) && tries.size() > 8);
            } finally {
                database.execute("ALTER TABLE program_away RENAME TO program");
            }
            Await.until("both engines say that it is over", () -> count(said, Level.INFO) == 2);
            assertThat(count(said, Level.WARN)).isEqualTo(2);
        } finally {
            logger.detachAppender(said);
            logger.setLevel(null);
        }
    }

    private static long count(ListAppender<ILoggingEvent> said, Level level) {
        return List.copyOf(said.list).stream()
                .filter(event -> event.getLevel().equals(level))
                .count();
    }

    private String lastTry() {
        return database.queryText("SELECT max(query_start) FROM pg_stat_activity"
                + " WHERE application_name = 'holdfast-admin' AND datname = current_database()");
    }

    private int tenant(String name) {
        return Await.on(one.engine().tenants().create(name, name + "-key-0123456789-0123456789-0123"))
                .id();
    }

    private static ProgramSettings deadline(int millis) {
        ProgramSettings defaults = ProgramSettings.DEFAULTS;
        return new ProgramSettings(
                Duration.ofMillis(millis),
                defaults.fallback(),
                defaults.lifetimes(),
                defaults.partialApproval(),
                defaults.tolerances(),
                defaults.zone());
    }
}
