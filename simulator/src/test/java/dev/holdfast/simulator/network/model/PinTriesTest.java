package dev.holdfast.simulator.network.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PinTriesTest {

    private final PinTries tries = new PinTries();

    @Test
    void knowsNothingOfACardThatMayHaveBeenTriedBefore() {
        assertThat(tries.surelyExceeded()).isFalse();
        assertThat(tries.perhapsExceeded()).isTrue();
    }

    @Test
    void countsExactlyOnceThePinHasBeenRight() {
        tries.right(tries.begin());
        assertThat(tries.perhapsExceeded()).isFalse();
        tries.wrong(tries.begin());
        tries.wrong(tries.begin());
        assertThat(tries.perhapsExceeded()).isFalse();
        tries.wrong(tries.begin());
        assertThat(tries.surelyExceeded()).isTrue();
    }

    @Test
    void allowsForBothOrdersOfRequestsAtTheSameTime() {
        tries.right(tries.begin());
        tries.wrong(tries.begin());
        tries.wrong(tries.begin());
        long wrong = tries.begin();
        long right = tries.begin();
        tries.wrong(wrong);
        tries.right(right);
        assertThat(tries.surelyExceeded()).isFalse();
        assertThat(tries.perhapsExceeded()).isTrue();
    }

    @Test
    void allowsForARequestWithoutAnswerToHaveBeenCounted() {
        tries.right(tries.begin());
        tries.wrong(tries.begin());
        tries.wrong(tries.begin());
        tries.begin();
        tries.unknown(true);
        assertThat(tries.surelyExceeded()).isFalse();
        assertThat(tries.perhapsExceeded()).isTrue();
    }
}
