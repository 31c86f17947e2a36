package dev.holdfast.simulator.network.knee;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class KneeSearchTest {

    @Test
    void findsTheHighestRateThatIsWell() {
        KneeSearch search = searched(100, 8, 777);

        assertThat(search.knee().orElseThrow().offered()).isCloseTo(777, within(1.0));
        assertThat(search.steps()).hasSizeLessThan(30);
    }

    @Test
    void growsByAQuarterUntilARateIsNotWell() {
        assertThat(searched(100, 0, 150).steps()).extracting(KneeStep::offered).containsExactly(100.0, 125.0, 156.25);
    }

    @Test
    void findsNothingIfTheFirstRateIsNotWell() {
        KneeSearch search = searched(100, 5, 50);

        assertThat(search.knee()).isEmpty();
        assertThat(search.steps()).hasSize(1);
    }

    @Test
    void endsThoughEveryRateIsWell() {
        assertThat(searched(1, 5, Double.POSITIVE_INFINITY).steps()).hasSize(40);
    }

    private static KneeSearch searched(double first, int bisections, double limit) {
        KneeSearch search = new KneeSearch(first, bisections);
        for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
            double offered = rate.getAsDouble();
            boolean well = offered <= limit;
            search.tried(new KneeStep(offered, offered, 1, 1, 2, 0, false, well));
        }
        return search;
    }
}
