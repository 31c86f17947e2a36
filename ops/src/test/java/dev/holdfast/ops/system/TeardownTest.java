package dev.holdfast.ops.system;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TeardownTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Teardown teardown = new Teardown();
    private final List<String> undone = new ArrayList<>();

    @Test
    void undoesTheLastThingFirstAndEachOnce() {
        teardown.add("first", remaining -> undone.add("first"));
        teardown.add("second", remaining -> undone.add("second"));
        teardown.run(LIMIT);
        teardown.run(LIMIT);
        assertThat(undone).containsExactly("second", "first");
    }

    @Test
    void goesOnWhenAStepFails() {
        teardown.add("first", remaining -> undone.add("first"));
        teardown.add("second", remaining -> {
            throw new IOException("stuck");
        });
        teardown.run(LIMIT);
        assertThat(undone).containsExactly("first");
    }

    @Test
    void givesEachStepNoMoreTimeThanRemains() {
        List<Duration> given = new ArrayList<>();
        teardown.add("last", given::add);
        teardown.add("first", given::add);
        teardown.run(LIMIT);
        assertThat(given).hasSize(2).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(given.get(0)).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void undoesAtOnceWhatIsAddedAfterItHasBegun() {
        teardown.run(LIMIT);
        assertThatThrownBy(() -> teardown.add("late", remaining -> undone.add("late")))
                .isInstanceOf(StartException.class);
        assertThat(undone).containsExactly("late");
    }
}
