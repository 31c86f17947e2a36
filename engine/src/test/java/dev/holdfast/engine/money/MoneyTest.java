package dev.holdfast.engine.money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "120.1, SGD, 12010",
        "120.10, SGD, 12010",
        "0.01, PHP, 1",
        "7500, JPY, 7500",
        "7500.000, JPY, 7500",
        "1.234, BHD, 1234",
        "1e2, PHP, 10000",
        "90000000000000, PHP, 9000000000000000",
        "9000000000000000, JPY, 9000000000000000",
    })
    void takesDecimalMajorUnitsExactly(BigDecimal major, String currency, long minor) {
        assertThat(Money.problemWithAmount(major, Currency.of(currency))).isEmpty();
        assertThat(Money.ofMajor(major, Currency.of(currency)).minor()).isEqualTo(minor);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PHP, NOT_POSITIVE",
        "0.00, PHP, NOT_POSITIVE",
        "-1, PHP, NOT_POSITIVE",
        "-0.001, PHP, NOT_POSITIVE",
        "0.001, PHP, TOO_PRECISE",
        "7500.5, JPY, TOO_PRECISE",
        "1.2345, BHD, TOO_PRECISE",
        "90000000000000.01, PHP, TOO_LARGE",
        "9000000000000001, JPY, TOO_LARGE",
        "9000000000000.001, BHD, TOO_LARGE",
        "90000000000000.001, PHP, TOO_LARGE",
        "1e999999999, PHP, TOO_LARGE",
        "1e-999999999, PHP, TOO_PRECISE",
        "-1e999999999, PHP, NOT_POSITIVE",
        "1.00000000000000000000000000000000000000000000000000000000000000000000000000000000000001, PHP, TOO_PRECISE",
    })
    void saysWhatIsWrongWithAnAmount(BigDecimal major, String currency, AmountProblem problem) {
        assertThat(Money.problemWithAmount(major, Currency.of(currency))).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, PHP, NEGATIVE", "1e40, PHP, TOO_LARGE", "0.5, JPY, TOO_PRECISE"})
    void saysWhatIsWrongWithALimit(BigDecimal major, String currency, AmountProblem problem) {
        assertThat(Money.problemWithLimit(major, Currency.of(currency))).contains(problem);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.000000", "0e3", "0e-999999999"})
    void takesZeroAsALimitHoweverItIsWritten(BigDecimal zero) {
        assertThat(Money.problemWithLimit(zero, Currency.of("PHP"))).isEmpty();
    }

    @Test
    void refusesHugeExponentsWithoutComputingThem() {
        BigDecimal huge = new BigDecimal("1e2147483647");
        BigDecimal tiny = new BigDecimal("1e-2147483647");

        // Written out, either has two thousand million digits: minutes and gigabytes, not a bound on speed.
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(Money.problemWithAmount(huge, Currency.of("PHP"))).contains(AmountProblem.TOO_LARGE);
            assertThat(Money.problemWithAmount(tiny, Currency.of("PHP"))).contains(AmountProblem.TOO_PRECISE);
        });
    }

    @Test
    void convertsNothingItWouldHaveToRound() {
        assertThatThrownBy(() -> Money.ofMajor(new BigDecimal("0.001"), Currency.of("PHP")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofMajor(new BigDecimal("1e30"), Currency.of("PHP")))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"12010, SGD, 120.10", "7500, JPY, 7500", "1, BHD, 0.001", "-5, PHP, -0.05", "0, PHP, 0.00"})
    void writesExactlyTheDecimalsOfTheCurrency(long minor, String currency, String major) {
        assertThat(new Money(minor, Currency.of(currency)).toMajor().toPlainString())
                .isEqualTo(major);
    }

    @Test
    void knowsTheDecimalsOfEachCurrency() {
        assertThat(Currency.of("JPY").digits()).isZero();
        assertThat(Currency.of("PHP").digits()).isEqualTo(2);
        assertThat(Currency.of("BHD").digits()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"php", "XAU", "XXX", "ZZZ", "PH", "''"})
    void knowsNoOtherCurrencies(String code) {
        assertThat(Currency.find(code)).isEmpty();
        assertThatThrownBy(() -> Currency.of(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
