package dev.holdfast.engine.control;

import dev.holdfast.engine.control.Condition.BillingCurrencyIn;
import dev.holdfast.engine.control.Condition.ChannelIn;
import dev.holdfast.engine.control.Condition.CountryIn;
import dev.holdfast.engine.control.Condition.CurrencyIn;
import dev.holdfast.engine.control.Condition.During;
import dev.holdfast.engine.control.Condition.EntryModeIn;
import dev.holdfast.engine.control.Condition.MccIn;
import dev.holdfast.engine.control.Condition.MerchantIn;
import dev.holdfast.engine.control.Condition.Not;
import dev.holdfast.engine.money.Currency;
import dev.holdfast.engine.money.Money;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class RulesJsonPropertyTest {

    @Property(tries = 300)
    void readsWhatItWrites(@ForAll("rules") List<Rule> rules) {
        String text = RulesJson.write(rules);

        assertThat(RulesJson.read(text)).isEqualTo(rules);
        assertThat(RulesJson.write(RulesJson.read(text))).isEqualTo(text);
    }

    @Property(tries = 300)
    void noOrderOfListingChangesACountersText(@ForAll("counters") Counter counter, @ForAll long seed) {
        List<Condition> shuffled = new ArrayList<>(counter.of());
        Collections.shuffle(shuffled, new Random(seed));
        Counter same =
                new Counter(counter.scope(), counter.window(), counter.currency(), new LinkedHashSet<>(shuffled));

        assertThat(CounterJson.write(same)).isEqualTo(CounterJson.write(counter));
        assertThat(same).hasSameHashCodeAs(counter);
    }

    @Property(tries = 300)
    void countersThatDifferHaveTextsThatDiffer(@ForAll("counters") Counter one, @ForAll("counters") Counter other) {
        assertThat(CounterJson.write(one).equals(CounterJson.write(other))).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        Arbitrary<List<Condition>> when = conditions().list().ofMaxSize(3);
        Arbitrary<Rule> rule = Arbitraries.oneOf(
                conditions().list().ofMinSize(1).ofMaxSize(3).map(some -> new Rule.Block("r", some)),
                Combinators.combine(when, conditions()).as((some, only) -> new Rule.AllowOnly("r", some, only)),
                Combinators.combine(when, Arbitraries.longs().between(0, Money.MAX_MINOR), currencies())
                        .as((some, max, currency) -> new Rule.AmountLimit("r", some, new Money(max, currency))),
                Combinators.combine(
                                counters(),
                                Arbitraries.longs().between(0, 1_000).injectNull(0.3),
                                minors())
                        .as((counter, count, minor) -> new Rule.VelocityLimit("r", counter, count, minor)));
        return rule.list().ofMaxSize(4).map(RulesJsonPropertyTest::named);
    }

    @Provide
    Arbitrary<Counter> counters() {
        Arbitrary<Window> sliding = Arbitraries.integers()
                .between(10, 31 * 86_400)
                .map(seconds -> new Window.Sliding(Duration.ofSeconds(seconds)));
        Arbitrary<Window> calendar =
                Combinators.combine(Arbitraries.of(Period.class), zones()).as(Window.Calendar::new);
        return Combinators.combine(
                        Arbitraries.of(Scope.class),
                        Arbitraries.oneOf(sliding, calendar),
                        currencies(),
                        conditions().set().ofMaxSize(2))
                .as(Counter::new);
    }

    private static Arbitrary<Condition> conditions() {
        Arbitrary<Condition> plain = Arbitraries.oneOf(
                Combinators.combine(mccs(), mccs())
                        .as((a, b) -> new MccRange(Math.min(a, b), Math.max(a, b)))
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(5)
                        .map(MccIn::new),
                Arbitraries.strings()
                        .alpha()
                        .withChars("\"\\/ é漢")
                        .ofMinLength(1)
                        .ofMaxLength(15)
                        .filter(id -> !id.isBlank())
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(5)
                        .map(MerchantIn::new),
                Arbitraries.of("SG", "US", "DE", "XK").set().ofMinSize(1).map(CountryIn::new),
                currencies().set().ofMinSize(1).map(CurrencyIn::new),
                currencies().set().ofMinSize(1).map(BillingCurrencyIn::new),
                Arbitraries.of(Channel.class).set().ofMinSize(1).map(ChannelIn::new),
                Arbitraries.of(EntryMode.class).set().ofMinSize(1).map(EntryModeIn::new),
                Combinators.combine(Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), times(), times(), zones())
                        .as((days, from, until, zone) -> new During(new LocalHours(days, from, until, zone))));
        return Arbitraries.oneOf(plain, plain.map(Not::new));
    }

    private static Arbitrary<Integer> mccs() {
        return Arbitraries.integers().between(0, 9_999);
    }

    private static Arbitrary<Long> minors() {
        return Arbitraries.longs().between(0, Money.MAX_MINOR);
    }

    private static Arbitrary<Currency> currencies() {
        return Arbitraries.of("SGD", "USD", "JPY", "BHD", "CLF").map(Currency::of);
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Z", "+08:00", "Asia/Singapore", "America/New_York")
                .map(ZoneId::of);
    }

    private static Arbitrary<LocalTime> times() {
        return Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay);
    }

    /** No two with one name. */
    private static List<Rule> named(List<Rule> rules) {
        List<Rule> named = new ArrayList<>();
        for (Rule rule : rules) {
            String name = "r" + named.size();
            if (rule instanceof Rule.Block block) {
                named.add(new Rule.Block(name, block.when()));
            } else if (rule instanceof Rule.AllowOnly allow) {
                named.add(new Rule.AllowOnly(name, allow.when(), allow.only()));
            } else if (rule instanceof Rule.AmountLimit limit) {
                named.add(new Rule.AmountLimit(name, limit.when(), limit.max()));
            } else if (rule instanceof Rule.VelocityLimit limit) {
                named.add(new Rule.VelocityLimit(name, limit.counter(), limit.maxCount(), limit.maxMinor()));
            }
        }
        return named;
    }
}
