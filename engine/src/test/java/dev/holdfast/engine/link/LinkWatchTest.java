package dev.holdfast.engine.link;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class LinkWatchTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private long now;
    private LinkWatch watch;

    @BeforeEach
    void begin() {
        now = -5;
        LinkTimes times = new LinkTimes(Duration.ofSeconds(10), Duration.ofSeconds(3), SECOND, SECOND);
        watch = new LinkWatch(new LinkLimits(1, 1, 1, 2, times), () -> now);
    }

    private void pass(int seconds) {
        now += SECOND.multipliedBy(seconds).toNanos();
    }

    @Test
    void asksForAnEchoOncePerIdleTime() {
        pass(10);
        assertThat(watch.takeEcho()).isFalse();
        pass(1);
        assertThat(watch.takeEcho()).isTrue();
        assertThat(watch.takeEcho()).isFalse();
        pass(10);
        assertThat(watch.takeEcho()).isTrue();
        assertThat(watch.echoes()).isEqualTo(2);
    }

    @Test
    void givesUpWhenTheLastEchoIsMissed() {
        pass(11);
        watch.takeEcho();
        pass(10);
        watch.takeEcho();
        pass(8);
        assertThat(watch.closeCause(false)).isNull();
        pass(2);
        assertThat(watch.closeCause(false)).isEqualTo(CloseCause.ECHO_MISSED);
    }

    @Test
    void beginsAnewWithEveryFrame() {
        pass(11);
        watch.takeEcho();
        watch.heard();
        assertThat(watch.echoes()).isZero();
        pass(10);
        assertThat(watch.takeEcho()).isFalse();
    }

    @Test
    void givesUpAnUnfinishedFrameHoweverOftenAByteComes() {
        watch.waiting(true);
        pass(2);
        watch.waiting(true);
        assertThat(watch.closeCause(false)).isNull();
        pass(2);
        assertThat(watch.closeCause(false)).isEqualTo(CloseCause.PARTIAL_FRAME);
    }

    @Test
    void holdsNothingAgainstAPeerThatIsNotRead() {
        watch.waiting(true);
        watch.paused();
        pass(3);
        assertThat(watch.closeCause(false)).isNull();
        assertThat(watch.takeEcho()).isFalse();
        watch.resumed();
        pass(3);
        assertThat(watch.closeCause(false)).isNull();
        pass(1);
        assertThat(watch.closeCause(false)).isEqualTo(CloseCause.PARTIAL_FRAME);
    }

    @Test
    void givesUpAPeerThatDoesNotReadItsAnswers() {
        watch.paused();
        pass(4);
        assertThat(watch.closeCause(true)).isEqualTo(CloseCause.UNREAD_ANSWERS);
    }

    @Test
    void givesUpWhenAFullWindowStandsStill() {
        watch.paused();
        pass(2);
        watch.answered();
        pass(3);
        assertThat(watch.closeCause(false)).isNull();
        pass(1);
        assertThat(watch.closeCause(false)).isEqualTo(CloseCause.UNANSWERED_REQUESTS);
    }
}
