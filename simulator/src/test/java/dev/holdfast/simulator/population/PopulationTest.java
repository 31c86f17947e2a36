package dev.holdfast.simulator.population;

import dev.holdfast.simulator.money.Amount;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PopulationTest {

    private static final Currency SGD = Currency.getInstance("SGD");

    @Test
    void topRanksGetTheirShareOfAZipfDistribution() {
        ZipfRanks ranks = new ZipfRanks(1_000_000, 0.99);
        SplittableRandom random = new SplittableRandom(1);
        int draws = 200_000;
        int first = 0;
        int firstHundred = 0;
        for (int i = 0; i < draws; i++) {
            int rank = ranks.draw(random);
            first += rank == 0 ? 1 : 0;
            firstHundred += rank < 100 ? 1 : 0;
        }
        assertThat(first / (double) draws).isCloseTo(0.065, within(0.003));
        assertThat(firstHundred / (double) draws).isCloseTo(0.34, within(0.006));
    }

    @Test
    void ranksAreUniformWhenTheExponentIsZero() {
        ZipfRanks ranks = new ZipfRanks(10, 0);
        SplittableRandom random = new SplittableRandom(1);
        int[] counts = new int[10];
        IntStream.range(0, 100_000).forEach(i -> counts[ranks.draw(random)]++);
        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(9_500);
    }

    @Test
    void ratioOfNeighbouringRanksFollowsTheExponent() {
        ZipfRanks ranks = new ZipfRanks(100, 2);
        SplittableRandom random = new SplittableRandom(1);
        int[] counts = new int[100];
        IntStream.range(0, 200_000).forEach(i -> counts[ranks.draw(random)]++);
        assertThat(counts[0] / (double) counts[1]).isCloseTo(4, within(0.2));
    }

    @Test
    void sameSeedGivesTheSameAccounts() {
        Population one = population(7, "a");
        assertThat(one.plan(3)).isEqualTo(population(7, "a").plan(3));
        assertThat(one.plan(3).ref()).isNotEqualTo(population(7, "b").plan(3).ref());
    }

    @Test
    void accountsFollowTheCurrencyMix() {
        Population population = new Population(
                new PopulationOptions(1, "a", 10_000, 0.8, new CurrencyMix(Map.of("JPY", 1.0, "BHD", 3.0)), 100));
        long yen = IntStream.range(0, 10_000)
                .filter(i -> population.plan(i).currency().getCurrencyCode().equals("JPY"))
                .count();
        assertThat((double) yen).isCloseTo(2_500, within(200.0));
    }

    @Test
    void amountsHaveTheMedianAndRoundPrices() {
        Amounts amounts = new Amounts(new SplittableRandom(1));
        long[] minors = IntStream.range(0, 50_000)
                .mapToLong(i -> amounts.purchase(SGD, 25).minor())
                .sorted()
                .toArray();
        assertThat(minors[25_000] / 100.0).isCloseTo(25 * 1.35, within(1.5));
        long round = Arrays.stream(minors).filter(minor -> minor % 100 == 0).count();
        assertThat(round).isGreaterThan(5_000);
        assertThat(minors[0]).isGreaterThanOrEqualTo(4);
    }

    @Test
    void amountsAreWorthTheSameInEachCurrency() {
        assertThat(Amounts.worth(Currency.getInstance("JPY"), 10)).hasToString("1500 JPY");
        assertThat(Amounts.worth(Currency.getInstance("BHD"), 10)).isEqualTo(new Amount(3_800, bhd()));
    }

    @Test
    void refusesOptionsOutOfBounds() {
        assertThatThrownBy(() -> new PopulationOptions(1, "Not Allowed", 1, 1, CurrencyMix.DEFAULT, 1))
                .hasMessageContaining("run id");
        assertThatThrownBy(() -> new PopulationOptions(1, "a", 0, 1, CurrencyMix.DEFAULT, 1))
                .hasMessageContaining("accounts");
        assertThatThrownBy(() -> new CurrencyMix(Map.of("XAU", 1.0))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Currency bhd() {
        return Currency.getInstance("BHD");
    }

    private static Population population(long seed, String runId) {
        return new Population(new PopulationOptions(seed, runId, 100, 0.8, CurrencyMix.DEFAULT, 100));
    }
}
