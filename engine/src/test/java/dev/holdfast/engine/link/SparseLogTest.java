package dev.holdfast.engine.link;

import dev.holdfast.engine.testing.LogLines;
import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

class SparseLogTest {

    @Test
    void writesTenLinesASecondAndSaysHowManyItLeftOut() {
        AtomicLong now = new AtomicLong();
        try (LogLines lines = new LogLines()) {
            SparseLog log = new SparseLog(now::get);
            for (int count = 0; count < 25; count++) {
                log.info("line {}", count);
            }
            assertThat(lines.texts()).hasSize(10).last().isEqualTo("line 9");
            now.addAndGet(1_000_000_000L);
            log.warn("next");

            assertThat(lines.texts()).hasSize(12).endsWith("15 further lines of the links were left out", "next");
        }
    }
}
