package dev.holdfast.engine.money;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

import java.math.BigDecimal;
import java.math.RoundingMode;

import static org.assertj.core.api.Assertions.assertThat;

class MoneyPropertyTest {

    @Property
    void minorUnitsSurviveTheWayToDecimalsAndBack(@ForAll long minor, @ForAll("currencies") Currency currency) {
        Money money = new Money(minor, currency);

        assertThat(Money.ofMajor(money.toMajor(), currency)).isEqualTo(money);
        assertThat(money.toMajor().scale()).isEqualTo(currency.digits());
    }

    @Property
    void everyAmountOfWholeMinorUnitsWithinTheBoundIsTaken(
            @ForAll @LongRange(min = 1, max = Money.MAX_MINOR) long minor, @ForAll("currencies") Currency currency) {
        assertThat(Money.problemWithAmount(new Money(minor, currency).toMajor(), currency))
                .isEmpty();
    }

    @Property
    void everyAmountBeyondTheBoundIsTooLarge(
            @ForAll @LongRange(min = Money.MAX_MINOR + 1) long minor, @ForAll("currencies") Currency currency) {
        assertThat(Money.problemWithAmount(new Money(minor, currency).toMajor(), currency))
                .contains(AmountProblem.TOO_LARGE);
    }

    @Property
    void anAmountIsTakenIfAndOnlyIfNothingIsLostByRounding(
            @ForAll @Scale(6) BigDecimal major, @ForAll("currencies") Currency currency) {
        boolean exact = major.setScale(currency.digits(), RoundingMode.DOWN).compareTo(major) == 0;
        boolean small = major.movePointRight(currency.digits()).compareTo(BigDecimal.valueOf(Money.MAX_MINOR)) <= 0;

        assertThat(Money.problemWithAmount(major, currency).isEmpty()).isEqualTo(major.signum() > 0 && exact && small);
    }

    @Property
    void trailingZerosChangeNothing(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long minor, @ForAll("currencies") Currency currency) {
        BigDecimal plain = new Money(minor, currency).toMajor();
        BigDecimal padded = plain.setScale(currency.digits() + 5);

        assertThat(Money.ofMajor(padded, currency)).isEqualTo(Money.ofMajor(plain.stripTrailingZeros(), currency));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("PHP", "SGD", "USD", "JPY", "BHD", "KWD", "CLP").map(Currency::of);
    }
}
