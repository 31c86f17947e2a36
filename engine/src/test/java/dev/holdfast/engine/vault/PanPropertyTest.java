package dev.holdfast.engine.vault;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class PanPropertyTest {

    @Property
    void findsEveryWrongDigit(
            @ForAll("pans") Pan pan,
            @ForAll @IntRange(max = 18) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder digits = new StringBuilder(pan.digits().reveal());
        int index = place % digits.length();
        digits.setCharAt(index, (char) ('0' + (digits.charAt(index) - '0' + by) % 10));

        assertThat(Pan.parse(digits)).isEmpty();
    }

    @Property
    void neverShowsMoreThanTen(@ForAll("pans") Pan pan) {
        assertThat(pan.masked()).hasSize(pan.length());
        assertThat(pan.masked().chars().filter(c -> c == '*').count()).isGreaterThanOrEqualTo(5);
        assertThat(pan.masked().chars().filter(c -> c != '*').count()).isLessThanOrEqualTo(10);
    }

    @Provide
    Arbitrary<Pan> pans() {
        return Pans.all();
    }
}
