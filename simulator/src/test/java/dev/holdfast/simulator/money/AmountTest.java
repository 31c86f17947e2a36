package dev.holdfast.simulator.money;

import org.junit.jupiter.api.Test;

import java.util.Currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AmountTest {

    private static final Currency SGD = Currency.getInstance("SGD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final Currency BHD = Currency.getInstance("BHD");

    @Test
    void writesExactlyTheDecimalsOfTheCurrency() {
        assertThat(text(new Amount(12_010, SGD))).isEqualTo("120.10");
        assertThat(text(new Amount(7_500, JPY))).isEqualTo("7500");
        assertThat(text(new Amount(1_005, BHD))).isEqualTo("1.005");
        assertThat(text(new Amount(-5, SGD))).isEqualTo("-0.05");
        assertThat(text(new Amount(0, SGD))).isEqualTo("0.00");
    }

    @Test
    void readsWhatItWrites() {
        for (long minor : new long[] {0, 1, -1, 99, 100, -12_345, Amount.MAX_MINOR}) {
            for (Currency currency : new Currency[] {SGD, JPY, BHD}) {
                Amount amount = new Amount(minor, currency);
                assertThat(Amount.parse(text(amount), currency)).isEqualTo(amount);
            }
        }
    }

    @Test
    void refusesTextWithoutTheDecimalsOfTheCurrency() {
        for (String text : new String[] {"120.1", "120", "1.2E2", "120.100", ".10", "", "1e2.00"}) {
            assertThatThrownBy(() -> Amount.parse(text, SGD)).isInstanceOf(NumberFormatException.class);
        }
        assertThatThrownBy(() -> Amount.parse("7500.0", JPY)).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> Amount.parse("7500.", JPY)).isInstanceOf(NumberFormatException.class);
    }

    private static String text(Amount amount) {
        StringBuilder out = new StringBuilder();
        amount.appendTo(out);
        return out.toString();
    }
}
