package dev.holdfast.engine.notification;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class SlotsTest {

    private final Slots slots = new Slots();
    private final UUID one = new UUID(0, 1);
    private final UUID other = new UUID(0, 2);

    @Test
    void leavesAReceiverWhatIsNotUnderWay() {
        slots.take(one);
        slots.take(one);
        assertThat(slots.rooms()).isEqualTo(Map.of(one, Slots.PER_RECEIVER - 2));
        assertThat(slots.room()).isEqualTo(Slots.TOTAL - 2);
    }

    @Test
    void leavesAFailingReceiverLessUntilItTakesSomething() {
        for (int i = 0; i < 6; i++) {
            slots.take(one);
        }
        slots.giveBack(one, false);
        assertThat(slots.rooms()).isEqualTo(Map.of(one, 0));
        slots.giveBack(one, false);
        slots.giveBack(one, false);
        assertThat(slots.rooms()).isEqualTo(Map.of(one, Slots.PER_FAILING_RECEIVER - 3));
        slots.giveBack(one, true);
        slots.giveBack(one, true);
        slots.giveBack(one, true);
        assertThat(slots.rooms()).isEmpty();
        assertThat(slots.idle()).isTrue();
    }

    @Test
    void hasNoRoomBeyondTheTotal() {
        for (int i = 0; i < Slots.TOTAL; i++) {
            slots.take(i % 2 == 0 ? one : other);
        }
        assertThat(slots.room()).isZero();
        assertThat(slots.rooms()).isEqualTo(Map.of(one, 0, other, 0));
    }
}
