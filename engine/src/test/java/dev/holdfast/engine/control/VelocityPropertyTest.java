package dev.holdfast.engine.control;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static dev.holdfast.engine.control.Purchases.SGD;
import static org.assertj.core.api.Assertions.assertThat;

class VelocityPropertyTest {

    /** Six hours before the clocks of Berlin go back; the steps below reach past the month's end. */
    private static final Instant ORIGIN = Instant.parse("2026-10-24T19:00:00Z");

    private static final long STEPS = 8 * 24 * 2;

    private enum Kind {
        SPEND,
        GIVE_BACK,
        GIVE_BACK_ALL
    }

    /**
     * Something that happens to a message.
     *
     * @param minor what is given back; what a message spends follows from its number
     */
    record Event(Kind kind, int message, long minor) {

        Instant at(long[] steps) {
            return instant(steps[message]);
        }

        long spent() {
            return message * 7L;
        }
    }

    @Property
    void aSumIsWhatCountingEveryEventAgainComesTo(
            @ForAll("windows") Window window,
            @ForAll @Size(max = 40) List<@From("events") Event> events,
            @ForAll("times") long[] steps,
            @ForAll @LongRange(max = STEPS) long now) {
        CounterKey key = key(window);
        Velocity velocity = played(events, steps, key);

        assertThat(velocity.usedAt(key, instant(now))).isEqualTo(recount(events, steps, window, instant(now)));
    }

    @Property
    void theOrderOfArrivalChangesNothing(
            @ForAll("windows") Window window,
            @ForAll @Size(max = 40) List<@From("events") Event> events,
            @ForAll("times") long[] steps,
            @ForAll long seed) {
        CounterKey key = key(window);
        List<Event> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        Velocity one = played(events, steps, key);
        Velocity other = played(shuffled, steps, key);

        for (long step = 0; step <= STEPS; step += 5) {
            assertThat(other.usedAt(key, instant(step))).isEqualTo(one.usedAt(key, instant(step)));
        }
    }

    @Property
    void addingUpTheChangesGivesTheSameBuckets(
            @ForAll("windows") Window window,
            @ForAll @Size(max = 40) List<@From("events") Event> events,
            @ForAll("times") long[] steps) {
        CounterKey key = key(window);
        Velocity stored = new Velocity();
        Velocity velocity = new Velocity();
        events.forEach(event -> apply(velocity, event, steps, key).forEach(stored::load));

        for (long step = 0; step <= STEPS; step += 5) {
            assertThat(stored.usedAt(key, instant(step))).isEqualTo(velocity.usedAt(key, instant(step)));
        }
    }

    @Property
    void noWindowEverHoldsMoreThanTheLimits(
            @ForAll("windows") Window window,
            @ForAll @Size(max = 60) List<@LongRange(max = STEPS) Long> times,
            @ForAll @LongRange(max = 5) long maxCount,
            @ForAll @LongRange(max = 60) long maxMinor) {
        Counter counter = new Counter(Scope.CARD, window, SGD, Set.of());
        Rule limit = new Rule.VelocityLimit("limit", counter, maxCount, maxMinor);
        Velocity velocity = new Velocity();
        List<Purchase> approved = new ArrayList<>();
        for (long time : times.stream().sorted().toList()) {
            Purchase purchase = Purchases.of(instant(time), 1 + time % 20);
            List<Purchase> inWindow = approved.stream()
                    .filter(earlier -> naivelyCounts(window, earlier.at(), purchase.at()))
                    .toList();
            long minor = inWindow.stream().mapToLong(p -> p.amount().minor()).sum();
            boolean fits =
                    inWindow.size() < maxCount && minor + purchase.amount().minor() <= maxMinor;

            assertThat(limit.broken(purchase, velocity).isEmpty()).isEqualTo(fits);
            if (fits) {
                Tally spent = Tally.ofPurchase(purchase.amount().minor());
                velocity.consume("m" + approved.size(), purchase.at(), spent, Set.of(counter.keyFor(purchase)));
                approved.add(purchase);
            }
        }
    }

    @Provide
    Arbitrary<Window> windows() {
        Arbitrary<Window> sliding = Arbitraries.of("PT30M", "PT1H", "PT24H", "PT72H", "PT744H")
                .map(length -> new Window.Sliding(Duration.parse(length)));
        Arbitrary<Window> calendar = Combinators.combine(
                        Arbitraries.of(Period.class),
                        Arbitraries.of("Europe/Berlin", "America/New_York", "Asia/Singapore"))
                .as((period, zone) -> new Window.Calendar(period, ZoneId.of(zone)));
        return Arbitraries.oneOf(sliding, calendar);
    }

    @Provide
    Arbitrary<Event> events() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.longs().between(0, 40))
                .as(Event::new);
    }

    /** When each of the ten messages was spent, in half hours, so that windows' edges are hit often. */
    @Provide
    Arbitrary<long[]> times() {
        return Arbitraries.longs().between(0, STEPS).array(long[].class).ofSize(10);
    }

    private static Velocity played(List<Event> events, long[] steps, CounterKey key) {
        Velocity velocity = new Velocity();
        events.forEach(event -> apply(velocity, event, steps, key));
        return velocity;
    }

    private static List<Bucket> apply(Velocity velocity, Event event, long[] steps, CounterKey key) {
        String message = "m" + event.message();
        return switch (event.kind()) {
            case SPEND -> velocity.consume(message, event.at(steps), Tally.ofPurchase(event.spent()), Set.of(key));
            case GIVE_BACK -> velocity.giveBack(message, event.minor());
            case GIVE_BACK_ALL -> velocity.giveBackAll(message);
        };
    }

    /** Message by message, from all that happened to it. */
    private static Tally recount(List<Event> events, long[] steps, Window window, Instant now) {
        Tally sum = Tally.ZERO;
        for (int message = 0; message < 10; message++) {
            int number = message;
            List<Event> own =
                    events.stream().filter(event -> event.message() == number).toList();
            boolean spent = own.stream().anyMatch(event -> event.kind() == Kind.SPEND);
            boolean reversed = own.stream().anyMatch(event -> event.kind() == Kind.GIVE_BACK_ALL);
            long returned = own.stream()
                    .filter(event -> event.kind() == Kind.GIVE_BACK)
                    .mapToLong(Event::minor)
                    .sum();
            long left = message * 7L - returned;
            boolean remains = left > 0 || (left == 0 && returned == 0);
            if (spent && !reversed && remains && naivelyCounts(window, instant(steps[message]), now)) {
                sum = sum.plus(new Tally(1, left));
            }
        }
        return sum;
    }

    /** Not by way of startAt or buckets. */
    private static boolean naivelyCounts(Window window, Instant at, Instant now) {
        if (window instanceof Window.Sliding sliding) {
            return Duration.between(at, now).compareTo(sliding.length()) < 0;
        }
        Window.Calendar calendar = (Window.Calendar) window;
        return calendar.period()
                .firstDay(at.atZone(calendar.zone()).toLocalDate())
                .equals(calendar.period().firstDay(now.atZone(calendar.zone()).toLocalDate()));
    }

    private static Instant instant(long step) {
        return ORIGIN.plus(Duration.ofMinutes(30 * step));
    }

    private static CounterKey key(Window window) {
        return new CounterKey(new Counter(Scope.CARD, window, SGD, Set.of()), "card");
    }
}
