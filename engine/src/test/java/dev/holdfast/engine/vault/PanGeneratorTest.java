package dev.holdfast.engine.vault;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PanGeneratorTest {

    private final PanGenerator generator = new PanGenerator(new SecureRandom());

    @Test
    void drawsDistinctValidNumbersUnderTheBin() {
        List<Pan> pans = generator.draw(new Bin("999999", 16), 10_000);

        assertThat(pans).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(pans).allSatisfy(pan -> {
            String digits = pan.digits().reveal();
            assertThat(digits).startsWith("999999").hasSize(16);
            assertThat(Pan.parse(digits)).contains(pan);
        });
    }

    @Test
    void usesEveryDigitAtEveryPlaceBetweenBinAndCheckDigit() {
        List<Pan> pans = generator.draw(new Bin("99999900", 12), 500);

        for (int place = 8; place < 12; place++) {
            int index = place;
            assertThat(pans.stream()
                            .map(pan -> pan.digits().reveal().charAt(index))
                            .distinct())
                    .hasSize(10);
        }
    }

    @Test
    void drawsUpToHalfOfWhatABinHas() {
        Bin small = new Bin("99999900", 12);

        assertThat(small.capacity()).isEqualTo(1_000);
        assertThat(generator.draw(small, 500)).hasSize(500).doesNotHaveDuplicates();
        assertThatThrownBy(() -> generator.draw(small, 501)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesABatchOutOfBounds() {
        Bin bin = new Bin("999999", 16);

        assertThatThrownBy(() -> generator.draw(bin, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> generator.draw(bin, 10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesABinOutOfBounds() {
        assertThatThrownBy(() -> new Bin("99999", 16)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bin("999999999", 16)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bin("99999x", 16)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bin("999999", 11)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bin("999999", 20)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsWhenTheRandomSourceRepeatsItself() {
        SecureRandom stuck = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public int nextInt(int bound) {
                return 0;
            }
        };

        assertThatThrownBy(() -> new PanGenerator(stuck).draw(new Bin("999999", 16), 2))
                .isInstanceOf(IllegalStateException.class);
    }
}
