package dev.holdfast.engine.book;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChainHashTest {

    private static final AccountId ACCOUNT = AccountId.of(new AccountKey(1, "a"));

    @Test
    void hasThirtyTwoBytes() {
        assertThatThrownBy(() -> ChainHash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ChainHash.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cannotBeChangedThroughTheArraysItTakesAndGives() {
        byte[] bytes = new byte[32];
        ChainHash hash = ChainHash.of(bytes);

        bytes[0] = 1;
        hash.toBytes()[1] = 1;

        assertThat(hash).isEqualTo(ChainHash.of(new byte[32])).hasSameHashCodeAs(ChainHash.of(new byte[32]));
    }

    @Test
    void startsADifferentChainForEveryBalance() {
        AccountId other = AccountId.of(new AccountKey(1, "b"));

        assertThat(ChainHash.genesis(ACCOUNT, (short) 0))
                .isEqualTo(ChainHash.genesis(ACCOUNT, (short) 0))
                .isNotEqualTo(ChainHash.genesis(ACCOUNT, (short) 1))
                .isNotEqualTo(ChainHash.genesis(other, (short) 0));
    }

    @Test
    void givesItsFirstBytesAsReceipt() {
        ChainHash hash = ChainHash.genesis(ACCOUNT, (short) 0);

        assertThat(hash.toString()).hasSize(64);
        assertThat(hash.toReceipt().toString().replace("-", "").substring(0, 12))
                .isEqualTo(hash.toString().substring(0, 12));
    }
}
