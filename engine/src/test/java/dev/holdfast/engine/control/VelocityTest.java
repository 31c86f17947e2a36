package dev.holdfast.engine.control;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import static dev.holdfast.engine.control.Purchases.NOON;
import static dev.holdfast.engine.control.Purchases.SGD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VelocityTest {

    private static final CounterKey MINUTE = key(new Window.Sliding(Duration.ofMinutes(1)));
    private static final CounterKey DAY = key(new Window.Calendar(Period.DAY, ZoneId.of("Asia/Singapore")));
    private static final Set<CounterKey> BOTH = Set.of(MINUTE, DAY);

    private final Velocity velocity = new Velocity();

    @Test
    void returnsWhatToAddToEachBucket() {
        List<Bucket> changes = velocity.consume("m1", NOON, Tally.ofPurchase(500), BOTH);

        assertThat(changes)
                .containsExactlyInAnyOrder(
                        new Bucket(MINUTE, NOON, new Tally(1, 500)),
                        new Bucket(DAY, Instant.parse("2026-03-03T16:00:00Z"), new Tally(1, 500)));
        assertThat(velocity.giveBackAll("m1"))
                .extracting(Bucket::tally)
                .containsExactly(new Tally(-1, -500), new Tally(-1, -500));
    }

    @Test
    void givesBackWhereTheMessageWasCountedHoweverLate() {
        velocity.consume("m1", NOON, Tally.ofPurchase(500), BOTH);
        velocity.consume("m2", NOON.plus(Duration.ofDays(1)), Tally.ofPurchase(70), BOTH);

        velocity.giveBackAll("m1");

        assertThat(velocity.usedAt(DAY, NOON)).isEqualTo(Tally.ZERO);
        assertThat(velocity.usedAt(DAY, NOON.plus(Duration.ofDays(1)))).isEqualTo(new Tally(1, 70));
    }

    @Test
    void keepsTheCountUntilTheLastMinorUnitIsGivenBack() {
        velocity.consume("m1", NOON, Tally.ofPurchase(500), BOTH);

        velocity.giveBack("m1", 499);
        assertThat(velocity.usedAt(DAY, NOON)).isEqualTo(new Tally(1, 1));

        velocity.giveBack("m1", 1);
        assertThat(velocity.usedAt(DAY, NOON)).isEqualTo(Tally.ZERO);
    }

    @Test
    void givesBackNoMoreThanWasSpent() {
        velocity.consume("m1", NOON, Tally.ofPurchase(500), BOTH);
        velocity.consume("m2", NOON, Tally.ofPurchase(500), BOTH);

        velocity.giveBack("m1", 800);
        velocity.giveBackAll("m1");

        assertThat(velocity.usedAt(MINUTE, NOON)).isEqualTo(new Tally(1, 500));
    }

    @Test
    void countsNothingIfTheReversalCameFirst() {
        assertThat(velocity.giveBackAll("m1")).isEmpty();
        assertThat(velocity.use("m1").reversed()).isTrue();

        assertThat(velocity.consume("m1", NOON, Tally.ofPurchase(500), BOTH)).isEmpty();
        assertThat(velocity.usedAt(DAY, NOON)).isEqualTo(Tally.ZERO);
    }

    @Test
    void countsWhatIsLeftIfAPartialReversalCameFirst() {
        velocity.giveBack("m1", 200);
        velocity.consume("m1", NOON, Tally.ofPurchase(500), BOTH);

        assertThat(velocity.usedAt(DAY, NOON)).isEqualTo(new Tally(1, 300));
    }

    @Test
    void countsAMessageOnceHoweverOftenItComes() {
        velocity.consume("m1", NOON, Tally.ofPurchase(500), BOTH);

        assertThat(velocity.consume("m1", NOON, Tally.ofPurchase(500), BOTH)).isEmpty();
        assertThat(velocity.usedAt(DAY, NOON)).isEqualTo(new Tally(1, 500));
        assertThatThrownBy(() -> velocity.consume("m1", NOON, Tally.ofPurchase(501), BOTH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsAnAccountVerificationAndGivesItBack() {
        velocity.consume("m1", NOON, Tally.ofPurchase(0), BOTH);
        assertThat(velocity.usedAt(DAY, NOON)).isEqualTo(new Tally(1, 0));

        velocity.giveBackAll("m1");
        assertThat(velocity.usedAt(DAY, NOON)).isEqualTo(Tally.ZERO);
    }

    @Test
    void anIncrementSpendsWithoutCounting() {
        velocity.consume("m1", NOON, Tally.ofPurchase(500), BOTH);
        velocity.consume("m1-inc", NOON.plusSeconds(1), Tally.ofIncrement(100), BOTH);

        assertThat(velocity.usedAt(MINUTE, NOON.plusSeconds(1))).isEqualTo(new Tally(1, 600));
    }

    @Test
    void keepsCardsApart() {
        velocity.consume("m1", NOON, Tally.ofPurchase(500), Set.of(DAY));

        assertThat(velocity.usedAt(new CounterKey(DAY.counter(), "other"), NOON))
                .isEqualTo(Tally.ZERO);
    }

    @Test
    void goesOnFromRowsThatAreStored() {
        velocity.load(new Bucket(MINUTE, NOON, new Tally(1, 500)));
        velocity.load("m1", new Use(NOON, Tally.ofPurchase(500), Set.of(MINUTE), 0, false));

        assertThat(velocity.usedAt(MINUTE, NOON)).isEqualTo(new Tally(1, 500));
        assertThat(velocity.giveBackAll("m1")).containsExactly(new Bucket(MINUTE, NOON, new Tally(-1, -500)));
        assertThat(velocity.usedAt(MINUTE, NOON)).isEqualTo(Tally.ZERO);
    }

    @Test
    void isFullAtTheBoundAndHasRoomAgainWhenABucketEmptiesOrLeaves() {
        for (int i = 0; i < Window.MAX_BUCKETS; i++) {
            assertThat(velocity.fullAt(MINUTE, NOON.plusSeconds(1))).isFalse();
            velocity.consume("m" + i, NOON.plusNanos(i * 1_000L), Tally.ofPurchase(1), BOTH);
        }

        assertThat(velocity.fullAt(MINUTE, NOON.plusSeconds(1))).isTrue();
        assertThat(velocity.fullAt(MINUTE, NOON.plusSeconds(60))).isFalse();
        assertThat(velocity.fullAt(DAY, NOON.plusSeconds(1))).isFalse();
        velocity.giveBackAll("m7");
        assertThat(velocity.fullAt(MINUTE, NOON.plusSeconds(1))).isFalse();
    }

    @Test
    void refusesInstantsThatTheDatabaseWouldRound() {
        assertThatThrownBy(() -> velocity.consume("m1", NOON.plusNanos(1), Tally.ofPurchase(1), BOTH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CounterKey key(Window window) {
        return new CounterKey(new Counter(Scope.CARD, window, SGD, Set.of()), "card");
    }
}
