package dev.holdfast.simulator.network.link;

import dev.holdfast.simulator.network.message.MessageId;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class TracesTest {

    @Test
    void writesTheTimeInUtc() {
        assertThat(at("2026-12-31T23:59:58.200Z").transmitted()).isEqualTo("1231235958");
    }

    @Test
    void countsToTheEndAndBeginsAgain() {
        Traces traces = at("2026-01-01T00:00:00Z");
        Set<String> seen = new HashSet<>();
        IntStream.range(0, 999_999).forEach(index -> seen.add(traces.nextTrace()));

        assertThat(seen).hasSize(999_999).contains("000001", "999999").doesNotContain("000000");
    }

    @Test
    void twoRunsInOneSecondGiveNoNameTwice() {
        Traces first = at("2026-01-01T00:00:00.100Z");
        Traces second = at("2026-01-01T00:00:00.900Z");
        Set<String> names = new HashSet<>();
        for (int index = 0; index < 10_000; index++) {
            names.add(first.nextId().name());
            names.add(second.nextId().name());
        }

        assertThat(names).hasSize(20_000);
        assertThat(first.nextNetworkId()).isNotEqualTo(second.nextNetworkId());
    }

    @Test
    void namesAMessageByTimeTraceAndAcquirer() {
        MessageId id = at("2026-01-01T00:00:00Z").nextId();

        assertThat(id.name()).isEqualTo(id.trace() + "0101000000" + "200350");
        assertThat(id.retrieval()).hasSize(12);
    }

    private static Traces at(String instant) {
        return new Traces(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), "200350");
    }
}
