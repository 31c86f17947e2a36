package dev.holdfast.engine.testing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestDatabaseIT {

    @Test
    void givesEachCallerADatabaseOfItsOwn() {
        try (TestDatabase one = TestDatabase.empty();
                TestDatabase other = TestDatabase.empty()) {
            one.execute("CREATE TABLE only_here (id int)");

            assertThat(one.queryText("SELECT to_regclass('only_here')")).isEqualTo("only_here");
            assertThat(other.queryText("SELECT to_regclass('only_here')")).isEqualTo("null");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenTheServerIsKilled() {
        try (OwnedPostgres postgres = OwnedPostgres.start()) {
            assertThat(Jdbc.queryText(postgres.url(), "SHOW fsync")).isEqualTo("on");
            Jdbc.execute(postgres.url(), "CREATE TABLE kept AS SELECT 42 AS answer");

            postgres.kill9();
            postgres.restart();

            assertThat(Jdbc.queryText(postgres.url(), "SELECT answer FROM kept"))
                    .isEqualTo("42");
        }
    }
}
