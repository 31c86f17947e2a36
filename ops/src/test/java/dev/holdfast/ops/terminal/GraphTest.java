package dev.holdfast.ops.terminal;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class GraphTest {

    private static final String LEVELS = " 1234";

    @Test
    void fillsTheHeightWithTheHighestValue() {
        assertThat(Graph.of(List.of(0.0, 1.0, 2.0, 4.0), 4, 1, LEVELS)).containsExactly(" 124");
    }

    @Test
    void goesOnInTheRowAboveWhenARowIsFull() {
        assertThat(Graph.of(List.of(2.0, 4.0, 6.0, 8.0), 4, 2, LEVELS)).containsExactly("  24", "2444");
    }

    @Test
    void showsTheNewestValuesToTheRightWhenThereAreTooMany() {
        assertThat(Graph.of(List.of(9.0, 4.0, 2.0), 2, 1, LEVELS)).containsExactly("42");
    }

    @Test
    void leavesTheLeftEmptyWhenThereAreTooFew() {
        assertThat(Graph.of(List.of(4.0), 3, 2, LEVELS)).containsExactly("  4", "  4");
    }

    @Test
    void showsAVerySmallValueAsMoreThanNothing() {
        assertThat(Graph.of(List.of(0.001, 100.0), 2, 1, LEVELS)).containsExactly("14");
    }

    @Test
    void isEmptyWhenThereIsNothingToShow() {
        assertThat(Graph.of(List.of(), 3, 1, LEVELS)).containsExactly("   ");
        assertThat(Graph.of(List.of(0.0), 1, 1, LEVELS)).containsExactly(" ");
    }
}
