package dev.holdfast.engine.database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseUrlTest {

    private static final DatabaseUrl EXPECTED = new DatabaseUrl("db.example", 6432, "ledger", "app", "s3cr3t+/@");

    @ParameterizedTest
    @ValueSource(strings = {"postgresql:", "postgres:", "jdbc:postgresql:", "POSTGRESQL:"})
    void readsTheUsualForms(String scheme) {
        assertThat(DatabaseUrl.parse(scheme + "//app:s3cr3t+%2F%40@db.example:6432/ledger"))
                .isEqualTo(EXPECTED);
    }

    @Test
    void usesPostgresqlsPortWhenNoneIsGiven() {
        assertThat(DatabaseUrl.parse("postgresql://app@db.example/ledger").port())
                .isEqualTo(5432);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ledger",
                "mysql://app:s3cr3t@db.example/ledger",
                "postgresql://app:s3cr3t@db.example",
                "postgresql://app:s3cr3t@db.example/",
                "postgresql://db.example/ledger",
                "postgresql://app:s3cr3t@/ledger",
                "postgresql://app:s3cr3t %@db.example/ledger"
            })
    void refusesAnythingElseWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("s3cr3t");
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(EXPECTED.toString()).contains("db.example").doesNotContain("s3cr3t");
        assertThat(EXPECTED.toJdbc()).isEqualTo("jdbc:postgresql://db.example:6432/ledger");
    }
}
