package dev.holdfast.engine.client;

import org.junit.jupiter.api.Test;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

class TokenRateTest {

    private final AtomicLong nanos = new AtomicLong(-5);
    private final TokenRate rate = new TokenRate(nanos::get);
    private final UUID client = UUID.randomUUID();

    private int taken(int asked) {
        int taken = 0;
        for (int i = 0; i < asked; i++) {
            taken += rate.take(client) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void givesABurstAndThenOneForEachPause() {
        assertThat(taken(100)).isEqualTo(TokenRate.BURST);

        nanos.addAndGet(TokenRate.REFILL.toNanos() - 1);
        assertThat(taken(10)).isZero();
        nanos.addAndGet(1);
        assertThat(taken(10)).isEqualTo(1);
        nanos.addAndGet(3 * TokenRate.REFILL.toNanos());
        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void savesNoMoreThanABurst() {
        taken(1);
        nanos.addAndGet(1000 * TokenRate.REFILL.toNanos());

        assertThat(taken(100)).isEqualTo(TokenRate.BURST);
    }

    @Test
    void countsEachClientByItself() {
        taken(100);

        assertThat(rate.take(UUID.randomUUID())).isTrue();
    }
}
