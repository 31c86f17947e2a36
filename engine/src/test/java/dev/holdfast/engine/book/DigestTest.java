package dev.holdfast.engine.book;

import org.junit.jupiter.api.Test;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class DigestTest {

    @Test
    void tellsWhereOneValueEndsAndTheNextBegins() {
        assertThat(Digest.of("d").with("ab").with("c").toBytes())
                .isNotEqualTo(Digest.of("d").with("a").with("bc").toBytes());
        assertThat(Digest.of("d").with("").with("a").toBytes())
                .isNotEqualTo(Digest.of("d").with("a").with("").toBytes());
    }

    @Test
    void tellsAnAbsentValueFromAnEmptyOne() {
        String absent = null;

        assertThat(Digest.of("d").with(absent).toBytes())
                .isNotEqualTo(Digest.of("d").with("").toBytes());
    }

    @Test
    void tellsPurposesApart() {
        assertThat(Digest.of("account").with("x").toBytes())
                .isNotEqualTo(Digest.of("chain").with("x").toBytes());
    }

    @Test
    void isTheSameInEveryVersion() {
        // Stored in every database: a change here is a change of every account id and chain.
        assertThat(Digest.of("account").with(1).with("acct-1").toUuid())
                .isEqualTo(UUID.fromString("1cead68e-0c57-87fd-bd88-704ad4388574"));
    }

    @Test
    void marksItsUuidsAsVersionEight() {
        UUID uuid = Digest.of("anything").toUuid();

        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
    }
}
